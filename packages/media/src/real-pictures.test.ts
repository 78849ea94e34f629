import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { missingPrograms } from "@alcoves/testing/real-files/independent";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeMetadataReader } from "./exiftool.ts";
import { renderImage } from "./image.ts";

/**
 * What our pictures look like, against ImageMagick: both small, and their pixels apart by the mean of the absolute
 * differences of all channels, 0–255.
 */
const run = promisify(execFile);
const sidePx = 64;
const folder = mkdtempSync(join(tmpdir(), "alcoves-pictures-"));
const srgbPath = join(folder, "srgb.icc");
const missing = (await missingPrograms()).filter((program) => program === "convert");
if (missing.length > 0) console.warn("SKIPPED for want of ImageMagick: what our pictures look like");

beforeAll(async () => {
  const white = sharp({ create: { width: 1, height: 1, channels: 3, background: "white" } });
  const { icc } = await sharp(await white.withIccProfile("srgb").png().toBuffer()).metadata();
  await writeFile(srgbPath, icc ?? "");
});
afterAll(async () => {
  await closeMetadataReader();
  await rm(folder, { recursive: true, force: true });
});

/** Pixels of a picture, drawn into a square over white. */
async function pixelsOf(picture: Buffer): Promise<Buffer> {
  const drawn = await sharp(picture).flatten({ background: "#fff" }).toColourspace("srgb").png().toBuffer();
  return sharp(drawn).removeAlpha().resize(sidePx, sidePx, { fit: "fill" }).raw().toBuffer();
}

async function ours(name: string, mimeType: string): Promise<Buffer> {
  const spec = { widthPx: 512, heightPx: 512, fit: "inside", format: "png", quality: 90 } as const;
  return pixelsOf(await renderImage({ sourcePath: sharedMediaFile(name), mimeType, spec }));
}

/** The same by ImageMagick, which takes the profile that is in the file and turns it into sRGB. */
async function theirs(name: string, { toSrgb = true } = {}): Promise<Buffer> {
  const output = join(folder, "reference.png");
  const colour = toSrgb ? ["-profile", srgbPath, "-colorspace", "sRGB"] : ["-strip"];
  const isHeic = name.endsWith(".heic");
  // ImageMagick drops the profile of a HEIC; heif-convert keeps it, and turns the picture.
  const source = isHeic ? join(folder, "decoded.jpg") : `${sharedMediaFile(name)}[0]`;
  if (isHeic) await run("heif-convert", ["-q", "100", sharedMediaFile(name), source]);
  const turned = isHeic ? [] : ["-auto-orient"];
  const flat = ["-background", "white", "+repage", "-flatten", "-resize", "512x512", "-depth", "8", "-strip"];
  await run("convert", [source, ...turned, ...colour, ...flat, output], { timeout: 60_000 });
  return pixelsOf(await sharp(output).toBuffer());
}

function meanDifference(a: Buffer, b: Buffer): number {
  expect(a).toHaveLength(b.length);
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;
}

const turned = ["Landscape", "Portrait"].flatMap((name) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [name, orientation] as const),
);
/** The eight files were compressed each by itself. */
const turnedBound = 4;

describeWithSharedMedia("an orientation", () => {
  it.each(turned)("%s %i is shown as the first of them", async (name, orientation) => {
    const upright = await pixelsOf(await sharp(sharedMediaFile(`orientation/${name}_1.jpg`)).toBuffer());
    const picture = await ours(`orientation/${name}_${orientation}.jpg`, "image/jpeg");
    expect(meanDifference(picture, upright)).toBeLessThan(turnedBound);
  });

  it.each(turned.filter(([, orientation]) => orientation > 1))(
    "%s %i would be told from one that was not turned",
    async (name, orientation) => {
      const path = sharedMediaFile(`orientation/${name}_${orientation}.jpg`);
      const lying = await pixelsOf(await sharp(path).toBuffer());
      const upright = await pixelsOf(await sharp(sharedMediaFile(`orientation/${name}_1.jpg`)).toBuffer());
      expect(meanDifference(lying, upright)).toBeGreaterThan(2 * turnedBound);
    },
  );
});

describe.skipIf(missing.length > 0)("a colour", () => {
  describeWithSharedMedia("looks as ImageMagick shows it", () => {
    it.each([
      ["CMYK with its profile", "formats/odd/Channel_digital_image_CMYK_color.jpg", "image/jpeg", 3],
      ["Display P3", "formats/odd/p3.png", "image/png", 1],
      ["ProPhoto", "formats/odd/prophoto.png", "image/png", 2],
      ["CIELAB", "formats/odd/cielab-dagams.tiff", "image/tiff", 3],
      ["16 bits", "formats/odd/Flag_of_the_Netherlands-16bit.png", "image/png", 2],
      ["16 bits of grey with alpha", "formats/odd/16-bit-grey-alpha.png", "image/png", 2],
      ["a first frame", "formats/odd/animated-loop-3.gif", "image/gif", 2],
      ["a first frame of WebP", "formats/odd/animated-loop-3.webp", "image/webp", 2],
      ["HEIC", "formats/heic/IMG_2682.heic", "image/heic", 2],
      ["HEIC that is turned", "formats/heic/exif-at-eof.heic", "image/heic", 2],
      ["AVIF", "formats/avif/8bit-sRGB.avif", "image/avif", 3],
      ["AVIF 4:4:4", "formats/odd/sdr_cosmos12920_cicp1-13-6_yuv444_full_qp10.avif", "image/avif", 3],
      ["a gain map", "formats/odd/gain-map.jpg", "image/jpeg", 3],
    ])("%s", async (_what, name, mimeType, bound) => {
      expect(meanDifference(await ours(name, mimeType), await theirs(name))).toBeLessThan(bound);
    });

    it.each([
      ["CMYK", "formats/odd/Channel_digital_image_CMYK_color.jpg"],
      ["Display P3", "formats/odd/p3.png"],
      ["Display P3 in a HEIC", "formats/heic/exif-at-eof.heic"],
      ["ProPhoto", "formats/odd/prophoto.png"],
    ])("%s would be told from one whose profile was dropped", async (_what, name) => {
      const dropped = await theirs(name, { toSrgb: false });
      expect(meanDifference(dropped, await theirs(name))).toBeGreaterThan(2);
    });
  });
});
