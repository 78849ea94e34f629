import { describeWithSharedMedia, sharedMediaFile, sharedMediaIn } from "@alcoves/testing/shared-media";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { renderImages } from "./image-set.ts";
import { perceptualHashOf } from "./perceptual-hash.ts";

/** As packages/core decides it: pictures that differ in at most so many bits look alike. */
const mostBitsApart = 7;

function bitsApart(one: bigint | null, other: bigint | null): number {
  if (one === null || other === null) return Number.NaN;
  return BigInt.asUintN(64, one ^ other)
    .toString(2)
    .replaceAll("0", "").length;
}

/** What people do to a picture before they keep it twice. Sides in px. */
const ways: Record<string, (image: Sharp, widthPx: number, heightPx: number) => Sharp> = {
  halved: (image, widthPx) => image.resize(Math.round(widthPx / 2)),
  "as a thumbnail": (image) => image.resize(160),
  "sent by a messenger": (image) => image.resize(640).jpeg({ quality: 30 }),
  "as WebP": (image) => image.webp({ quality: 50 }),
  grey: (image) => image.greyscale(),
  lighter: (image) => image.modulate({ brightness: 1.15 }),
  "slightly cropped": (image, widthPx, heightPx) =>
    image.extract({
      left: Math.round(widthPx * 0.005),
      top: Math.round(heightPx * 0.005),
      width: Math.round(widthPx * 0.99),
      height: Math.round(heightPx * 0.99),
    }),
};

describeWithSharedMedia("the perceptual hash of a real photo", () => {
  const photos = sharedMediaIn("photos/nature");

  it("is nearly that of its copies, and far from that of any other photo", async () => {
    const hashes: bigint[] = [];
    for (const path of photos) {
      const { data, info } = await sharp(path).rotate().resize(1200).toBuffer({ resolveWithObject: true });
      const hash = await perceptualHashOf(sharp(data));
      for (const [way, change] of Object.entries(ways)) {
        const copy = await change(sharp(data), info.width, info.height).toBuffer();
        const apart = bitsApart(hash, await perceptualHashOf(sharp(copy)));
        expect(apart, `${path} ${way}`).toBeLessThanOrEqual(mostBitsApart);
      }
      for (const other of hashes) expect(bitsApart(hash, other), path).toBeGreaterThan(2 * mostBitsApart);
      if (hash !== null) hashes.push(hash);
    }
    expect(hashes).toHaveLength(photos.length);
  });

  it("is of the picture as it is seen, however it lies in the file", async () => {
    const hashOf = async (name: string) => {
      const source = { sourcePath: sharedMediaFile(`orientation/${name}.jpg`), mimeType: "image/jpeg" };
      return (await renderImages(source, [])).perceptualHash;
    };
    const upright = await hashOf("Landscape_1");
    for (const name of ["Landscape_3", "Landscape_6", "Landscape_8"])
      expect(bitsApart(upright, await hashOf(name)), name).toBeLessThanOrEqual(mostBitsApart);
    expect(bitsApart(upright, await hashOf("Portrait_1"))).toBeGreaterThan(2 * mostBitsApart);
  });
});

describe("a picture that shows nothing", () => {
  it("has none: all empty pages would be copies of each other", async () => {
    const plain = (background: string) =>
      sharp({ create: { width: 300, height: 200, channels: 4, background } }).png();
    for (const background of ["black", "white", "#8a7f42", "transparent"])
      expect(await perceptualHashOf(sharp(await plain(background).toBuffer())), background).toBeNull();
    const noise = { type: "gaussian", mean: 128, sigma: 2 } as const;
    const grain = sharp({ create: { width: 900, height: 600, channels: 3, background: "grey", noise } });
    expect(await perceptualHashOf(sharp(await grain.png().toBuffer()))).toBeNull();
  });
});
