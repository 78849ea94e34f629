import type { Cue } from "@alcoves/cues";

/** Cues for tests: texts with where they begin and end, s. */
export function cuesOf(kind: Cue["kind"], ...given: (readonly [number, number, string, number?])[]): Cue[] {
  return given.map(([start, end, text, score = null]) => ({
    ...{ kind, startMs: start * 1_000, endMs: end * 1_000, text, score },
  }));
}
