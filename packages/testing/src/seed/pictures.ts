import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { premadeVariants, type VariantSpec, variants } from "@alcoves/core/variants/schema";
import { renderImages } from "@alcoves/media/image-set";
import { createRandom } from "../random.ts";

/** A small picture and what is made of it ahead. */
export interface SeedPicture {
  widthPx: number;
  heightPx: number;
  /** Hex. */
  thumbhash: string;
  original: Buffer;
  /** In the order of `premadeVariants`. */
  premade: Buffer[];
}

const original: VariantSpec = { widthPx: 4096, heightPx: 4096, fit: "inside", format: "jpeg", quality: 70 };

/** Pictures of hills under a sky, in the shapes that cameras take: real ones, of some 20 kB. */
export async function makeSeedPictures(count: number, seed: number): Promise<SeedPicture[]> {
  const random = createRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), "alcoves-seed-"));
  const sourcePath = join(folder, "picture.svg");
  const made: SeedPicture[] = [];
  try {
    for (let at = 0; at < count; at += 1) {
      const [widthPx, heightPx] = random.pick([
        [960, 720],
        [720, 960],
        [960, 640],
        [960, 540],
        [720, 720],
        [1200, 400],
      ] as const);
      const hue = random.below(360);
      const hill = (height: number) =>
        `M0 ${heightPx} V${heightPx * height} Q${widthPx * random.between(0.2, 0.8)} ${heightPx * (height - 0.4)} ${widthPx} ${heightPx * random.between(0.5, 0.9)} V${heightPx} Z`;
      await writeFile(
        sourcePath,
        `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><linearGradient id="sky" x2="0" y2="1">
        <stop stop-color="hsl(${hue},70%,45%)"/><stop offset="1" stop-color="hsl(${hue + 60},80%,80%)"/></linearGradient>
        <rect width="100%" height="100%" fill="url(#sky)"/><circle cx="${widthPx * random.between(0, 1)}" cy="${heightPx * 0.3}" r="${heightPx * 0.12}" fill="hsl(${hue + 90},90%,85%)"/>
        <path d="${hill(0.75)}" fill="hsl(${hue + 120},35%,35%)"/><path d="${hill(0.95)}" fill="hsl(${hue + 140},40%,22%)"/></svg>`,
      );
      const specs = [original, ...premadeVariants.map((name) => variants[name])];
      const { pictures, thumbhash } = await renderImages({ sourcePath, mimeType: "image/svg+xml" }, specs);
      const [first, ...premade] = pictures;
      if (!first) throw new Error("No picture was made.");
      made.push({ widthPx, heightPx, thumbhash: thumbhash.toString("hex"), original: first, premade });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return made;
}
