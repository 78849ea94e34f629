/** What a file can be rated, and 0, which takes the rating away. */
export const ratings = [1, 2, 3, 4, 5, 0] as const;

/** @returns the rating that a key gives, as acts take it: null takes it away; undefined for another key */
export function ratingOfKey(key: string): number | null | undefined {
  const rating = ratings.find((each) => `${each}` === key);
  return rating === 0 ? null : rating;
}
