/** How long a speed is averaged over, ms. */
export const speedWindowMs = 8_000;

/** Bytes sent in all at an instant (ms of any one clock). */
export interface SpeedSample {
  atMs: number;
  sentBytes: number;
}

/** Adds a sample and drops those that fell out of the window, save one to measure from. */
export function addSample(samples: readonly SpeedSample[], sample: SpeedSample): SpeedSample[] {
  const last = samples.at(-1);
  // Less sent than before: a file was cleared or starts over. What was measured no longer compares.
  if (last && (sample.sentBytes < last.sentBytes || sample.atMs < last.atMs)) return [sample];
  const oldest = samples.findLastIndex(({ atMs }) => atMs <= sample.atMs - speedWindowMs);
  return [...samples.slice(Math.max(0, oldest)), sample];
}

/** @returns bytes per second over the window, 0 while there is nothing to measure */
export function speedOf(samples: readonly SpeedSample[]): number {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.atMs - first.atMs < 500) return 0;
  return ((last.sentBytes - first.sentBytes) / (last.atMs - first.atMs)) * 1000;
}

/** @returns seconds until `leftBytes` are sent, null while that cannot be said */
export function secondsLeft(samples: readonly SpeedSample[], leftBytes: number): number | null {
  const speed = speedOf(samples);
  return speed > 0 ? leftBytes / speed : null;
}
