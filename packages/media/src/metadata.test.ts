import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describeWithSharedMedia, sharedMediaFile, sharedMediaIn } from "@alcoves/testing/shared-media";
import { ExifTool } from "exiftool-vendored";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { closeMetadataReader, readMetadata } from "./metadata.ts";
import { jsonSafe } from "./raw-metadata.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "alcoves-metadata-"));

afterAll(async () => {
  await closeMetadataReader();
  await rm(folder, { recursive: true, force: true });
});

async function photoWith(exif: Record<string, Record<string, string>>): Promise<string> {
  const path = join(await mkdtemp(join(folder, "file-")), "photo.jpg");
  const image = sharp({ create: { width: 30, height: 20, channels: 3, background: "red" } });
  await writeFile(path, await image.withExif(exif).jpeg().toBuffer());
  return path;
}

/** A box of an MP4 (ISO/IEC 14496-12, 4.2). */
function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + parts.reduce((sum, { length }) => sum + length, 0));
  return Buffer.concat([size, Buffer.from(type), ...parts]);
}

/** An MP4 that ends with its index, as ffmpeg writes it, with Spherical Video V2's box of an equirectangular picture. */
function asSpherical(mp4: Buffer): Buffer {
  const none = (length: number) => Buffer.alloc(length);
  const projection = box("proj", box("prhd", none(16)), box("equi", none(20)));
  const spherical = box("sv3d", box("svhd", none(5)), projection);
  const bytes = Buffer.from(mp4);
  let at = bytes.lastIndexOf("moov");
  let end = at;
  for (const type of ["moov", "trak", "mdia", "minf", "stbl", "stsd", "avc1"]) {
    at = bytes.indexOf(type, at);
    const size = bytes.readUInt32BE(at - 4);
    end = at - 4 + size;
    bytes.writeUInt32BE(size + spherical.length, at - 4);
  }
  return Buffer.concat([bytes.subarray(0, end), spherical, bytes.subarray(end)]);
}

/** A TIFF of one pixel whose EXIF holds a maker note of this size. */
function tiffWithMakerNote(noteBytes: number): Buffer {
  const directory = (entries: number[][]) => {
    const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
    bytes.writeUInt16LE(entries.length, 0);
    for (const [index, [tag = 0, type = 4, count = 1, value = 0]] of entries.entries()) {
      const at = 2 + index * 12;
      bytes.writeUInt16LE(tag, at);
      bytes.writeUInt16LE(type, at + 2);
      bytes.writeUInt32LE(count, at + 4);
      bytes.writeUInt32LE(value, at + 8);
    }
    return bytes;
  };
  const plain = [256, 257, 259, 262, 277, 278, 279].map((tag) => [tag, 4, 1, 1]);
  const first = [...plain, [258, 4, 1, 8], [273, 4, 1, 8], [34_665, 4, 1, 200]];
  const head = Buffer.alloc(300);
  head.write("II*\0", "latin1");
  head.writeUInt32LE(10, 4);
  directory(first.toSorted(([a = 0], [b = 0]) => a - b)).copy(head, 10);
  directory([[37_500, 7, noteBytes, 300]]).copy(head, 200);
  return Buffer.concat([head, Buffer.alloc(noteBytes, "note ")]);
}

describe("readMetadata", () => {
  it("keeps HTML in a camera's name as the text it is, on one line", async () => {
    const sourcePath = await photoWith({ IFD0: { Make: "<script>alert(1)</script>", Model: "a\nb" } });
    const read = await readMetadata({ sourcePath, mimeType: "image/jpeg" });
    expect(read).toMatchObject({ cameraMake: "<script>alert(1)</script>", cameraModel: "a b" });
  });

  it.each([
    "0000:00:00 00:00:00",
    "9999:12:31 23:59:59",
    "1700:01:01 00:00:00",
    "0050:01:01 00:00:00",
    "not a date",
  ])("takes %s for no date", async (date) => {
    const sourcePath = await photoWith({ IFD2: { DateTimeOriginal: date } });
    expect((await readMetadata({ sourcePath, mimeType: "image/jpeg" })).capturedAt).toBeNull();
  });

  it("takes an orientation of 9 for none", async () => {
    const sourcePath = await photoWith({});
    const writer = new ExifTool();
    await writer.write(sourcePath, {}, ["-Orientation#=9", "-overwrite_original"]);
    await writer.end();
    const read = await readMetadata({ sourcePath, mimeType: "image/jpeg" });
    expect(read).toMatchObject({ orientation: null, widthPx: 30, heightPx: 20 });
  });

  it.each([
    ["999/1 0/1 0/1", "11/1 0/1 0/1"],
    ["43/1 0/1 0/1", "999/1 0/1 0/1"],
    ["0/0 0/0 0/0", "0/0 0/0 0/0"],
    ["0/1 0/1 0/1", "0/1 0/1 0/1"],
  ])("takes a place of %s, %s for none", async (GPSLatitude, GPSLongitude) => {
    const place = { GPSLatitude, GPSLatitudeRef: "N", GPSLongitude, GPSLongitudeRef: "E" };
    const read = await readMetadata({ sourcePath: await photoWith({ IFD3: place }), mimeType: "image/jpeg" });
    expect(read).toMatchObject({ latitude: null, longitude: null });
  });

  it("keeps HTML, binary and control characters of every text field harmless", async () => {
    const text = "<img src=x onerror=alert(1)>\u0007 \u202e";
    const fields = ["ImageDescription", "Artist", "Copyright", "Software", "HostComputer", "DocumentName"];
    const sourcePath = await photoWith({ IFD0: Object.fromEntries(fields.map((name) => [name, text])) });
    const { raw } = await readMetadata({ sourcePath, mimeType: "image/jpeg" });
    for (const name of ["ImageDescription", "Artist", "Copyright", "Software"]) {
      expect(raw[`EXIF:${name}`]).toContain("<img src=x onerror=alert(1)>");
      expect(raw[`EXIF:${name}`]).not.toContain("\u0007");
    }
    expect(raw).not.toHaveProperty("SourceFile");
  });

  it("bounds a maker note of 10 MB", async () => {
    const sourcePath = join(await mkdtemp(join(folder, "file-")), "note.tif");
    await writeFile(sourcePath, tiffWithMakerNote(10_000_000));
    const read = await readMetadata({ sourcePath, mimeType: "image/tiff" });
    expect(read).toMatchObject({ widthPx: 1, heightPx: 1 });
    expect(Buffer.byteLength(JSON.stringify(read.raw))).toBeLessThan(256 * 1024);
  });

  it("gives what the sidecar says the last word, and leaves the rest", async () => {
    const sourcePath = await photoWith({
      IFD0: { Make: "Camera", ImageDescription: "of the camera" },
      IFD2: { DateTimeOriginal: "2019:07:24 11:25:40" },
      IFD3: {
        GPSLatitude: "1/1 0/1 0/1",
        GPSLatitudeRef: "N",
        GPSLongitude: "2/1 0/1 0/1",
        GPSLongitudeRef: "E",
      },
    });
    const sidecarPath = join(await mkdtemp(join(folder, "file-")), "original");
    const description = "Grandma's 80th\nwith <b>cake</b>";
    await writeFile(
      sidecarPath,
      `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
       <rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
         xmp:Rating="4" exif:DateTimeOriginal="2020-01-02T03:04:05+01:00" exif:GPSLatitude="43,28.02N" exif:GPSLongitude="11,53.1W">
       <dc:subject><rdf:Bag><rdf:li>family</rdf:li><rdf:li>family</rdf:li><rdf:li>a|b</rdf:li></rdf:Bag></dc:subject>
       <dc:description><rdf:Alt><rdf:li xml:lang="x-default">${description.replace(/</g, "&lt;")}</rdf:li></rdf:Alt></dc:description>
       </rdf:Description></rdf:RDF></x:xmpmeta>`,
    );
    expect(await readMetadata({ sourcePath, mimeType: "image/jpeg", sidecarPath })).toMatchObject({
      capturedAt: new Date("2020-01-02T02:04:05Z"),
      capturedOffsetMinutes: 60,
      capturedAtSource: "sidecar",
      description,
      keywords: ["family", "a|b"],
      rating: 4,
      latitude: expect.closeTo(43.467, 3),
      longitude: expect.closeTo(-11.885, 3),
      cameraMake: "Camera",
    });
    const broken = join(await mkdtemp(join(folder, "file-")), "original");
    for (const content of [
      "",
      "<x:xmpmeta",
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    ]) {
      await writeFile(broken, content);
      const read = await readMetadata({ sourcePath, mimeType: "image/jpeg", sidecarPath: broken });
      expect(read).toMatchObject({ description: "of the camera", latitude: 1, longitude: 2, rating: null });
    }
  });

  it.each([
    ["equirectangular", true],
    ["cylindrical", false],
  ])("tells a %s panorama", async (projection, wanted) => {
    const sourcePath = join(await mkdtemp(join(folder, "file-")), "pano.jpg");
    const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:GPano="http://ns.google.com/photos/1.0/panorama/" GPano:ProjectionType="${projection}"/></rdf:RDF></x:xmpmeta>`;
    const image = sharp({ create: { width: 40, height: 20, channels: 3, background: "blue" } });
    await writeFile(sourcePath, await image.withXmp(packet).jpeg().toBuffer());
    expect((await readMetadata({ sourcePath, mimeType: "image/jpeg" })).is360).toBe(wanted);
  });

  it("tells a video that surrounds the viewer by its box, too (Spherical Video V2)", async () => {
    const flat = join(await mkdtemp(join(folder, "file-")), "flat.mp4");
    const film = ["-f", "lavfi", "-i", "testsrc2=size=64x32:rate=5:duration=0.4", "-pix_fmt", "yuv420p"];
    await run("ffmpeg", ["-v", "error", ...film, "-c:v", "libx264", flat]);
    expect((await readMetadata({ sourcePath: flat, mimeType: "video/mp4" })).is360).toBe(false);
    const sourcePath = `${flat}.360.mp4`;
    await writeFile(sourcePath, asSpherical(await readFile(flat)));
    expect((await readMetadata({ sourcePath, mimeType: "video/mp4" })).is360).toBe(true);
  });

  it("says of something else that it cannot be read", async () => {
    const sourcePath = join(await mkdtemp(join(folder, "file-")), "text.jpg");
    await writeFile(sourcePath, "just text");
    await expect(readMetadata({ sourcePath, mimeType: "image/jpeg" })).rejects.toBeInstanceOf(MediaError);
  });
});

describe("jsonSafe", () => {
  it("gives bounded JSON without controls, whatever the tags", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (tags) => {
        const text = JSON.stringify(jsonSafe(tags));
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(256 * 1024);
        expect(text).not.toContain("\\u0000");
      }),
    );
  });

  it("leaves no half of a character where it cuts", () => {
    const cut = JSON.stringify(jsonSafe({ Comment: `${"x".repeat(1_999)}😀`, "\ud83d": 1 }));
    expect(cut).not.toMatch(/\\ud83d/i);
  });

  it("drops a tag that would not fit, and that alone", () => {
    const huge = Array.from({ length: 200 }, () => "x".repeat(2_000));
    expect(jsonSafe({ First: 1, Huge: huge, Note: "ok" })).toEqual({ First: 1, Note: "ok" });
  });
});

describeWithSharedMedia("metadata of real files", () => {
  it("tells the same size for all eight orientations", async () => {
    for (const [name, widthPx, heightPx] of [
      ["Landscape", 600, 450],
      ["Portrait", 450, 600],
    ] as const) {
      for (let orientation = 1; orientation <= 8; orientation += 1) {
        const sourcePath = sharedMediaFile(`orientation/${name}_${orientation}.jpg`);
        const read = await readMetadata({ sourcePath, mimeType: "image/jpeg" });
        expect(read).toMatchObject({ widthPx, heightPx, orientation });
      }
    }
  });

  it.each([
    ["orientation/Portrait_5.jpg", "image/jpeg", { widthPx: 450, heightPx: 600, orientation: 5 }],
    ["orientation/Landscape_8.jpg", "image/jpeg", { widthPx: 600, heightPx: 450, orientation: 8 }],
    [
      "formats/heic/IMG_1034.heic",
      "image/heic",
      {
        widthPx: 4032,
        heightPx: 3024,
        capturedAt: new Date("2018-02-05T07:11:44.277Z"),
        capturedOffsetMinutes: 480,
      },
    ],
    [
      "gps/DSCN0012.jpg",
      "image/jpeg",
      { latitude: expect.closeTo(43.467, 2), longitude: expect.closeTo(11.885, 2) },
    ],
    [
      "formats/heic/exif-at-eof.heic",
      "image/heic",
      { widthPx: 3024, heightPx: 4032, capturedOffsetMinutes: -240 },
    ],
    ["metadata/dates/date-priority-test.jpg", "image/jpeg", { capturedAtSource: "exif" }],
    ["metadata/gps-position/empty_gps.jpg", "image/jpeg", { latitude: null, longitude: null }],
    [
      "video/with-gps.mov",
      "video/quicktime",
      {
        widthPx: 320,
        heightPx: 568,
        durationMs: 4002,
        capturedAt: new Date("2019-07-24T08:25:40Z"),
        capturedOffsetMinutes: 180,
      },
    ],
    ["formats/odd/animated-loop-3.gif", "image/gif", { isAnimated: true }],
    ["formats/odd/animated-loop-3.webp", "image/webp", { isAnimated: true }],
    ["formats/odd/grey-plus-alpha.gif", "image/gif", { isAnimated: false }],
    ["formats/odd/4.webp", "image/webp", { isAnimated: false }],
    ["metadata/rating/mongolels.jpg", "image/jpeg", { rating: 3, title: "Mongol Els" }],
    ["metadata/tags/picasa.jpg", "image/jpeg", { keywords: ["Frost", "Yard"] }],
    [
      "audio/chirp-5-id3.mp3",
      "audio/mpeg",
      {
        title: "Test Track Title",
        artist: "Test Artist Name",
        album: "Test Album Title",
        genre: "Test Genre",
      },
    ],
    ["audio/jfk.mp3", "audio/mpeg", { widthPx: null, audioCodec: "mp3" }],
  ])("reads %s", async (name, mimeType, wanted) => {
    expect(await readMetadata({ sourcePath: sharedMediaFile(name), mimeType })).toMatchObject(wanted);
  });

  it("reads or refuses every malformed file", async () => {
    for (const sourcePath of sharedMediaIn("malformed")) {
      const outcome = await readMetadata({ sourcePath, mimeType: "image/jpeg" }).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(MediaError);
    }
  }, 120_000);
});
