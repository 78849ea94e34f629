/**
 * Most bits in which the perceptual hashes of two pictures differ that look alike. Measured on real photos: copies in other sizes and
 * qualities, lighter ones, grey ones and those that lost a hundredth of each side differ in at most 6, different photos in 18 or more.
 * The indexes of the hashes find at most 7.
 */
export const mostBitsApart = 7;

/** Most files that one group takes in; further copies begin another. */
export const mostInGroup = 200;

/** As much of a file as says what it is like. */
export interface Alike {
  fileId: string;
  /** Lower-case hex; null until hashed. */
  sha256: string | null;
  perceptualHash: bigint | null;
}
