import { readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { createRandom } from "../random.ts";
import { mutate } from "./mutate.ts";

/** Kinds of files people keep, each as likely as its weight says: a film takes a hundred times as long as a photo. */
const kinds: readonly { weight: number; extensions: readonly string[] }[] = [
  ...[
    [".jpg", ".jpeg"],
    [".heic", ".heif"],
    [".avif"],
    [".png"],
    [".gif"],
    [".webp"],
    [".tif", ".tiff"],
    [".svg"],
    [".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2"],
  ].map((extensions) => ({ weight: 9, extensions })),
  ...[[".mp4"], [".mov"], [".avi"], [".webm", ".mkv"], [".3gp"]].map((extensions) => ({
    weight: 3,
    extensions,
  })),
  ...[[".mp3"], [".wav"]].map((extensions) => ({ weight: 4, extensions })),
];

/** Largest file that is broken, bytes: what a reader believes stands at the start and the end. */
const largestBytes = 4 * 1024 * 1024;

/** A broken file, to be uploaded under a name. */
export interface FuzzInput {
  /** Like `#17 a.heic`: with the run's seed it names the input for ever. */
  label: string;
  name: string;
  bytes: Buffer;
  recipe: string[];
}

/**
 * Prepares the inputs of a run.
 * @param paths real files of any kinds, in any order; each kind that is there gets its share
 * @returns the input of each place: the same for the same seed, place and files
 */
export function makeInputs(paths: readonly string[], seed: number): (place: number) => FuzzInput {
  const small = [...paths]
    .sort()
    .filter((path) => statSync(path).size > 0 && statSync(path).size <= largestBytes);
  const shares = kinds.flatMap(({ weight, extensions }) => {
    const own = small.filter((path) => extensions.includes(extname(path).toLowerCase()));
    return own.length > 0 ? Array.from({ length: weight }, () => own) : [];
  });
  return (place) => {
    const random = createRandom(seed * 1_000_003 + place);
    const path = random.pick(random.pick(shares));
    const other = random.pick(random.below(2) ? random.pick(shares) : [path]);
    const { bytes, recipe } = mutate(readFileSync(path), readFileSync(other), random);
    const name = basename(path);
    return { label: `#${place} ${name}`, name, bytes, recipe };
  };
}
