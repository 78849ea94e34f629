import { execFileSync } from "node:child_process";
import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import { ExifTool } from "exiftool-vendored";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeMetadataReader } from "./exiftool.ts";
import { renderImage } from "./image.ts";
import { readMetadata } from "./metadata.ts";
import { openRenderSource } from "./render-source.ts";

const spec = { widthPx: 400, heightPx: 400, fit: "inside", format: "png", quality: 80 } as const;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "alcoves-source-"));
});

afterAll(async () => {
  await closeMetadataReader();
  await rm(folder, { recursive: true, force: true });
});

/** Left half red, right half blue: it shows which way up it is. */
async function redLeftOfBlue(): Promise<Buffer> {
  const half = { width: 100, height: 100, channels: 3 } as const;
  const blue = await sharp({ create: { ...half, background: "blue" } })
    .png()
    .toBuffer();
  return sharp({ create: { ...half, width: 200, background: "red" } })
    .composite([{ input: blue, left: 100, top: 0 }])
    .jpeg({ quality: 95 })
    .toBuffer();
}

async function isRed(picture: Buffer, { left, top }: { left: number; top: number }): Promise<boolean> {
  const spot = await sharp(picture).extract({ left, top, width: 4, height: 4 }).toBuffer();
  const { dominant } = await sharp(spot).stats();
  return dominant.r > dominant.b;
}

/** The smallest camera RAW of Canon's: an orientation, and a JPEG beside it. */
function rawAround(jpeg: Buffer, orientation: number): Buffer {
  const entries = [
    [0x0103, 3, 1, 6],
    [0x0111, 4, 1, 128],
    [0x0112, 3, 1, orientation],
    [0x0117, 4, 1, jpeg.length],
  ] as const;
  const head = Buffer.alloc(128);
  head.write("II*\0", "latin1");
  head.writeUInt32LE(16, 4);
  head.write("CR\u0002\0", 8, "latin1");
  head.writeUInt16LE(entries.length, 16);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 18 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
  }
  return Buffer.concat([head, jpeg]);
}

describe("a camera's RAW", () => {
  it("is shown by its preview, turned as the RAW says", async () => {
    const sourcePath = join(folder, "turned.cr2");
    await writeFile(sourcePath, rawAround(await redLeftOfBlue(), 6));
    const picture = await renderImage({
      sourcePath,
      mimeType: "image/x-canon-cr2",
      spec,
      scratchDir: folder,
    });
    expect(await sharp(picture).metadata()).toMatchObject({ width: 100, height: 200 });
    expect(await isRed(picture, { left: 50, top: 20 })).toBe(true);
    expect(await isRed(picture, { left: 50, top: 180 })).toBe(false);
  });

  it("without a preview says that it holds no picture, and leaves nothing behind", async () => {
    const sourcePath = join(folder, "empty.cr2");
    await writeFile(sourcePath, rawAround(Buffer.of(), 1));
    const before = await readdir(folder);
    const opened = openRenderSource(sourcePath, "image/x-canon-cr2", folder);
    await expect(opened).rejects.toMatchObject({
      permanent: true,
      reason: "The image is damaged, or holds no picture that can be shown.",
    });
    expect(await readdir(folder)).toEqual(before);
  });
});

describe("openRenderSource", () => {
  it("gives what can be opened as it is, and never removes it", async () => {
    const path = join(folder, "photo.jpg");
    await writeFile(path, await redLeftOfBlue());
    const source = await openRenderSource(path, "image/jpeg", folder);
    await source.dispose();
    expect(source).toMatchObject({ path, mimeType: "image/jpeg" });
    expect(await readdir(folder)).toContain("photo.jpg");
  });

  it("says of a folder that is not there that the server has no room, which may pass", async () => {
    const path = join(folder, "photo.jpg");
    await writeFile(path, await redLeftOfBlue());
    execFileSync("heif-enc", [path, "-o", join(folder, "photo.heic")], { stdio: "pipe" });
    const opened = openRenderSource(join(folder, "photo.heic"), "image/heic", join(folder, "nowhere"));
    await expect(opened).rejects.toMatchObject({ name: "MediaError", permanent: false });
  });

  it("takes the first of several pictures in a HEIC, and clears up", async () => {
    const paths = ["one.jpg", "two.jpg"].map((name) => join(folder, name));
    for (const [index, path] of paths.entries()) {
      const side = { width: 64 * (index + 1), height: 64, channels: 3 } as const;
      await sharp({ create: { ...side, background: "red" } }).toFile(path);
    }
    const sourcePath = join(folder, "several.heic");
    execFileSync("heif-enc", [...paths, "-o", sourcePath], { stdio: "pipe" });
    const before = await readdir(folder);
    const picture = await renderImage({ sourcePath, mimeType: "image/heic", spec, scratchDir: folder });
    expect(await sharp(picture).metadata()).toMatchObject({ width: 64, height: 64 });
    expect(await readdir(folder)).toEqual(before);
  });
});

describeWithSharedMedia("HEIC as a phone writes it", () => {
  it("is turned once when container and EXIF both say so", async () => {
    const sourcePath = join(folder, "standing.heic");
    await copyFile(sharedMediaFile("formats/heic/IMG_2682.heic"), sourcePath);
    const writer = new ExifTool();
    await writer.write(sourcePath, {}, ["-Rotation=Rotate 90 CW", "-Orientation#=6", "-overwrite_original"]);
    await writer.end();
    const picture = await renderImage({ sourcePath, mimeType: "image/heic", spec });
    expect(await sharp(picture).metadata()).toMatchObject({ width: 300, height: 400 });
    const read = await readMetadata({ sourcePath, mimeType: "image/heic" });
    expect(read).toMatchObject({ widthPx: 3024, heightPx: 4032 });
  });
});
