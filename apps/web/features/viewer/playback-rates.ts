/** The speeds one can choose. */
export const playbackRates = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** @returns the next speed that way, the same at the end */
export function rateAfter(rate: number, steps: 1 | -1): number {
  const faster = playbackRates.filter((each) => each > rate);
  const slower = playbackRates.filter((each) => each < rate);
  return (steps === 1 ? faster[0] : slower.at(-1)) ?? rate;
}
