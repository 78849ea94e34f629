import { type Alike, mostBitsApart } from "./schema.ts";

/** @returns in how many of their 64 bits two perceptual hashes differ */
export function bitsApart(one: bigint, other: bigint): number {
  let differing = BigInt.asUintN(64, one ^ other);
  let count = 0;
  // Each step takes the lowest bit away.
  for (; differing !== 0n; count += 1) differing &= differing - 1n;
  return count;
}

/** @returns whether two files hold the same bytes, or pictures that look alike */
export function areAlike(one: Alike, other: Alike): boolean {
  if (one.sha256 !== null && one.sha256 === other.sha256) return true;
  if (one.perceptualHash === null || other.perceptualHash === null) return false;
  return bitsApart(one.perceptualHash, other.perceptualHash) <= mostBitsApart;
}

/**
 * Parts files into sets in which each is like another, directly or over others, each set and all of them in the order given; a file that
 * is like none is in none. The work grows with the square of their number, so no more than a group of them are given.
 */
export function connected<File extends Alike>(files: readonly File[]): File[][] {
  const left = new Set(files);
  const sets: File[][] = [];
  for (const file of files) {
    if (!left.delete(file)) continue;
    const found = new Set([file]);
    for (const one of found) {
      for (const other of left) {
        if (!areAlike(one, other)) continue;
        left.delete(other);
        found.add(other);
      }
    }
    if (found.size > 1) sets.push(files.filter((each) => found.has(each)));
  }
  return sets;
}
