import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describeWithSharedMedia, sharedMediaFile, sharedMediaIn } from "@alcoves/testing/shared-media";
import sharp from "sharp";
import { thumbHashToAverageRGBA } from "thumbhash";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { closeMetadataReader } from "./exiftool.ts";
import { type ImageSpec, renderImage } from "./image.ts";
import { renderImages } from "./image-set.ts";
import { makeThumbhash } from "./thumbhash.ts";

const card: ImageSpec = { widthPx: 720, heightPx: 360, fit: "inside", format: "jpeg", quality: 80 };
const square: ImageSpec = { widthPx: 80, heightPx: 80, fit: "cover", format: "jpeg", quality: 70 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "alcoves-image-"));
});

afterAll(async () => {
  await closeMetadataReader();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function blank(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: "teal" } });
}

async function sizeOf(bytes: Buffer) {
  const { width, height, format, space, hasProfile, exif } = await sharp(bytes).metadata();
  return { width, height, format, space, hasProfile: hasProfile ?? false, hasExif: exif !== undefined };
}

describe("renderImage", () => {
  it("keeps a picture inside its bounds and never enlarges it", async () => {
    const sourcePath = await write(
      "small.png",
      await sharp({ create: { width: 100, height: 50, channels: 3, background: "red" } })
        .png()
        .toBuffer(),
    );
    const source = { sourcePath, mimeType: "image/png" };
    expect(await sizeOf(await renderImage({ ...source, spec: card }))).toMatchObject({
      width: 100,
      height: 50,
      format: "jpeg",
    });
    expect(await sizeOf(await renderImage({ ...source, spec: square }))).toMatchObject({
      width: 80,
      height: 50,
    });
  });

  it.each(["jpeg", "webp", "avif", "png"] as const)("writes %s", async (format) => {
    const sourcePath = await write(
      "x.png",
      await sharp({ create: { width: 64, height: 64, channels: 4, background: "#0f08" } })
        .png()
        .toBuffer(),
    );
    const bytes = await renderImage({ sourcePath, mimeType: "image/png", spec: { ...card, format } });
    expect((await sizeOf(bytes)).format).toBe(format === "avif" ? "heif" : format);
  });

  it("leaves place and camera behind", async () => {
    const sourcePath = await write(
      "exif.jpg",
      await sharp({ create: { width: 64, height: 64, channels: 3, background: "red" } })
        .withExif({ IFD0: { Make: "Camera", Model: "Secret" } })
        .jpeg()
        .toBuffer(),
    );
    expect(
      (await sizeOf(await renderImage({ sourcePath, mimeType: "image/jpeg", spec: card }))).hasExif,
    ).toBe(false);
  });

  it("draws an SVG, and neither runs its scripts nor reads the files it names", async () => {
    const secret = await write(
      "secret.svg",
      `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="red"/></svg>`,
    );
    const sourcePath = await write(
      "evil.svg",
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64"><script>while(true);</script><rect width="64" height="64" fill="blue"/><image xlink:href="file://${secret}" width="64" height="64"/></svg>`,
    );
    const { dominant } = await sharp(
      await renderImage({ sourcePath, mimeType: "image/svg+xml", spec: card }),
    ).stats();
    expect(dominant.b).toBeGreaterThan(dominant.r);
  });

  it.each([
    ["a PDF", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"],
    ["an XPM of ImageMagick", '/* XPM */\nstatic char *x[] = {"1 1 1 1","a c red","a"};'],
    [
      "a billion laughs",
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(50)}"><!ENTITY c "${"&b;".repeat(50)}"><!ENTITY d "${"&c;".repeat(50)}"><!ENTITY e "${"&d;".repeat(50)}">]><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>&e;</text></svg>`,
    ],
    ["nothing at all", ""],
  ])("refuses %s with a sentence", async (name, content) => {
    const sourcePath = await write(`refused-${basename(name)}`, content);
    const outcome = renderImage({ sourcePath, mimeType: "image/jpeg", spec: card });
    if (name === "a billion laughs") await outcome.catch((error) => expect(error).toBeInstanceOf(MediaError));
    else await expect(outcome).rejects.toBeInstanceOf(MediaError);
  });

  it("stops for its signal and says that the file is not at fault", async () => {
    const sourcePath = await write("stopped.png", await blank(64, 64).png().toBuffer());
    const render = renderImage({
      sourcePath,
      mimeType: "image/png",
      spec: card,
      signal: AbortSignal.abort(),
    });
    await expect(render).rejects.toMatchObject({ reason: "The work was stopped.", permanent: false });
  });

  it("opens no loader but those it names, whatever the file is called", async () => {
    // Kinds that libvips itself tells by their first bytes or their name, all of them shut.
    const kinds: [string, string | Buffer][] = [
      ["sheet.csv", "1,2,3\n4,5,6\n"],
      ["matrix.mat", "2 1\n1 2\n"],
      ["grey.ppm", "P2\n1 1\n255\n128\n"],
      ["native.v", Buffer.concat([Buffer.of(0x08, 0xf2, 0xa6, 0xb6), Buffer.alloc(64)])],
      ["light.hdr", "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X 1\n\u0001\u0001\u0001\u0001"],
    ];
    for (const [name, content] of kinds) {
      const sourcePath = await write(name, content);
      const render = renderImage({ sourcePath, mimeType: "image/jpeg", spec: card });
      await expect(render, name).rejects.toMatchObject({ reason: "This kind of image cannot be shown." });
    }
  });
});

describe("renderImages", () => {
  it("makes the same sizes from one decode as one by one, and a thumbhash", async () => {
    const sourcePath = await write(
      "wide.jpg",
      await sharp({ create: { width: 2000, height: 1000, channels: 3, background: "teal" } })
        .jpeg()
        .toBuffer(),
    );
    const source = { sourcePath, mimeType: "image/jpeg" };
    const { pictures, thumbhash } = await renderImages(source, [card, square]);
    for (const [index, spec] of [card, square].entries()) {
      expect(await sizeOf(pictures[index] ?? Buffer.of())).toEqual(
        await sizeOf(await renderImage({ ...source, spec })),
      );
    }
    expect(thumbhash.length).toBeGreaterThan(4);
    expect(thumbhash.length).toBeLessThan(30);
  });

  it.each([
    [6000, 60],
    [60, 6000],
    [40, 30],
    [1, 1],
  ])("makes of %i × %i px what it makes one by one, also where one side is short", async (width, height) => {
    const sourcePath = await write("long.png", await blank(width, height).png().toBuffer());
    const source = { sourcePath, mimeType: "image/png" };
    const specs: ImageSpec[] = [card, square, { ...square, widthPx: 50, heightPx: 200 }];
    const { pictures } = await renderImages(source, specs);
    for (const [index, spec] of specs.entries()) {
      const alone = await sizeOf(await renderImage({ ...source, spec }));
      expect(await sizeOf(pictures[index] ?? Buffer.of())).toEqual(alone);
    }
  });

  it("opens the source anew where one decode would hold a giant", async () => {
    const sourcePath = await write("giant.jpg", await blank(20_000, 2_000).jpeg().toBuffer());
    const spec: ImageSpec = { ...card, widthPx: 4096, heightPx: 4096, fit: "cover" };
    const { pictures } = await renderImages({ sourcePath, mimeType: "image/jpeg" }, [spec]);
    expect(await sizeOf(pictures[0] ?? Buffer.of())).toMatchObject({ width: 4096, height: 2000 });
  });
});

describe("makeThumbhash", () => {
  it("keeps the colour of the picture, and is the one that comes with a set", async () => {
    const sourcePath = await write("teal.png", await blank(640, 480).png().toBuffer());
    const thumbhash = await makeThumbhash({ sourcePath, mimeType: "image/png" });
    const { r, g, b } = thumbHashToAverageRGBA(thumbhash);
    for (const [share, wanted] of [
      [r, 0],
      [g, 128],
      [b, 128],
    ] as const) {
      expect(Math.abs(share * 255 - wanted)).toBeLessThan(10);
    }
    const set = await renderImages({ sourcePath, mimeType: "image/png" }, [card]);
    expect(set.thumbhash.equals(thumbhash)).toBe(true);
  });
});

const mimeTypes: Record<string, string> = {
  heic: "image/heic",
  nef: "image/x-nikon-nef",
  avif: "image/avif",
  svg: "image/svg+xml",
};

describeWithSharedMedia("rendering real files", () => {
  it.each(["Landscape", "Portrait"])("turns all eight orientations of %s upright", async (name) => {
    const wanted = name === "Landscape" ? { width: 480, height: 360 } : { width: 270, height: 360 };
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const sourcePath = sharedMediaFile(`orientation/${name}_${orientation}.jpg`);
      const bytes = await renderImage({ sourcePath, mimeType: "image/jpeg", spec: card });
      expect(await sizeOf(bytes), `orientation ${orientation}`).toMatchObject(wanted);
    }
  });

  it.each([
    "formats/heic/IMG_2682.heic",
    "formats/heic/cheers_1440x960.heic",
    "formats/nef/Issue 247-1.nef",
    "formats/avif/10bit-HDR-P3-nclx.avif",
    "formats/odd/Channel_digital_image_CMYK_color.jpg",
    "formats/odd/cielab-dagams.tiff",
    "formats/odd/prophoto.png",
    "formats/odd/16-bit-grey-alpha.png",
  ])("renders %s in sRGB", async (name) => {
    const mimeType = mimeTypes[name.split(".").at(-1) ?? ""] ?? "image/jpeg";
    const bytes = await renderImage({ sourcePath: sharedMediaFile(name), mimeType, spec: card });
    expect(["srgb", "b-w"]).toContain((await sizeOf(bytes)).space);
  });

  it("says of a truncated photo that it is damaged", async () => {
    const render = renderImage({
      sourcePath: sharedMediaFile("formats/odd/truncated.jpg"),
      mimeType: "image/jpeg",
      spec: card,
    });
    await expect(render).rejects.toMatchObject({
      name: "MediaError",
      permanent: true,
      reason: "The image is damaged or incomplete.",
    });
  });

  it("renders or refuses every odd and malformed file, and lives on", async () => {
    for (const sourcePath of [...sharedMediaIn("malformed"), ...sharedMediaIn("formats/odd")]) {
      const mimeType = mimeTypes[sourcePath.split(".").at(-1) ?? ""] ?? "image/jpeg";
      const outcome = await renderImage({ sourcePath, mimeType, spec: card }).catch(
        (error: unknown) => error,
      );
      if (!Buffer.isBuffer(outcome)) expect(outcome, basename(sourcePath)).toBeInstanceOf(MediaError);
    }
    expect(process.memoryUsage().rss).toBeLessThan(1024 ** 3);
    await readFile(sharedMediaFile("orientation/Landscape_1.jpg"));
  }, 180_000);
});
