/**
 * @param cues by where they begin
 * @returns the index of the cue that began last and still lasts at a time, ms; -1 between cues
 */
export function cueAt(cues: readonly { startMs: number; endMs: number }[], ms: number): number {
  const at = lastBegun(cues, ms);
  const cue = cues[at];
  return cue && ms < cue.endMs ? at : -1;
}

/** @returns the index of the last cue that has begun at a time, over or not; -1 before the first */
export function lastBegun(cues: readonly { startMs: number }[], ms: number): number {
  let from = 0;
  let to = cues.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((cues[middle]?.startMs ?? 0) <= ms) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
