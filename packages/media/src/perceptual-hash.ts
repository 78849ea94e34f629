import type { Sharp } from "sharp";

/** Side of the grey picture that is looked at, px. */
const sidePx = 32;

/** Lowest frequencies that count, each way, without those along one axis alone: they say most of brightness and least of what is shown. */
const frequencies = 8;

/** A picture whose strongest frequency is weaker than this shows nothing to tell it by: an empty page, a black frame. */
const faintest = 24;

/** The waves of the DCT (type II), one for each frequency from 1 on. */
const waves = Array.from({ length: frequencies }, (_, frequency) =>
  Float64Array.from({ length: sidePx }, (_, at) =>
    Math.cos((Math.PI / sidePx) * (at + 0.5) * (frequency + 1)),
  ),
);

/**
 * What an opened image looks like, as 64 bits of which few differ between copies in other sizes and qualities: which of the 64 lowest
 * frequencies of the grey picture are above their median (C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions,
 * 2010, 3.2.1).
 * @returns a signed number of 64 bits, as databases keep it; null for a picture that is all of one colour, or nearly
 */
export async function perceptualHashOf(image: Sharp): Promise<bigint | null> {
  const grey = await image
    .flatten({ background: "#ffffff" })
    .resize({ width: sidePx, height: sidePx, fit: "fill" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  const strengths = lowFrequencies(grey);
  if (Math.max(...strengths.map(Math.abs)) < faintest) return null;
  const [below = 0, above = 0] = strengths
    .toSorted((a, b) => a - b)
    .slice((frequencies * frequencies) / 2 - 1);
  const median = (below + above) / 2;
  const bits = strengths.reduce((hash, strength) => (hash << 1n) | (strength > median ? 1n : 0n), 0n);
  return BigInt.asIntN(64, bits);
}

/** Two-dimensional DCT of the picture, of the frequencies that count alone: across each line, then down. */
function lowFrequencies(grey: Uint8Array): number[] {
  const lines = Array.from({ length: sidePx }, (_, y) =>
    waves.map((wave) => wave.reduce((sum, part, x) => sum + part * (grey[y * sidePx + x] ?? 0), 0)),
  );
  return waves.flatMap((wave) =>
    waves.map(
      (_, across) => wave.reduce((sum, part, y) => sum + part * (lines[y]?.[across] ?? 0), 0) / sidePx,
    ),
  );
}
