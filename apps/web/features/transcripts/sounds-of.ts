import type { Cue } from "@alcoves/cues";

/** One kind of sound in a recording. */
export interface Sound {
  label: string;
  /** By where they begin; at least one. */
  places: readonly Cue[];
  /** Together; what overlaps counts twice. */
  totalMs: number;
  /** The best of its places, 0–1; null where nobody measured any. */
  score: number | null;
}

/** @returns the sounds among cues, those that last longest first */
export function soundsOf(cues: readonly Cue[]): Sound[] {
  const byLabel = new Map<string, Cue[]>();
  for (const cue of cues) {
    if (cue.kind !== "audio") continue;
    const places = byLabel.get(cue.text);
    if (places) places.push(cue);
    else byLabel.set(cue.text, [cue]);
  }
  return [...byLabel]
    .map(([label, places]) => ({
      label,
      places: places.toSorted((a, b) => a.startMs - b.startMs),
      totalMs: places.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
      score: bestOf(places),
    }))
    .sort((a, b) => b.totalMs - a.totalMs || a.label.localeCompare(b.label));
}

function bestOf(places: readonly Cue[]): number | null {
  const scores = places.flatMap(({ score }) => (score === null ? [] : [score]));
  return scores.length === 0 ? null : scores.reduce((a, b) => Math.max(a, b));
}

/** @param places at least one. @returns the place that lasts at a time, ms, or is nearest to it */
export function nearestPlace(places: readonly Cue[], ms: number): Cue | undefined {
  const distance = ({ startMs, endMs }: Cue) => (ms < startMs ? startMs - ms : Math.max(0, ms - endMs));
  return places.reduce<Cue | undefined>(
    (best, place) => (best && distance(best) <= distance(place) ? best : place),
    undefined,
  );
}
