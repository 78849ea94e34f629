/** How much a job matters to the person waiting, and how much work it is, 1 (little) to 100 (much). */
export interface Weight {
  readonly importance: number;
  readonly complexity: number;
}

/**
 * Every kind of work as one picture, from what a person is looking at to what may take all night. A contract names its row.
 */
export const weights = {
  /** Someone waits for this picture now. */
  interactive: { importance: 100, complexity: 1 },
  /** What makes an upload look right: metadata, posters, the first pictures. */
  light: { importance: 50, complexity: 5 },
  /** Reads the whole file, and nobody waits. */
  steady: { importance: 20, complexity: 10 },
  /** Models: faces, objects, sounds. */
  understanding: { importance: 15, complexity: 30 },
  /** Transcodes, transcripts, exports. */
  heavy: { importance: 20, complexity: 80 },
  /** Upkeep. */
  background: { importance: 1, complexity: 20 },
} as const satisfies Record<string, Weight>;

/** @returns how soon a job of this weight gets a place in its lane, 0.01 to 100; the higher goes first */
export function urgencyOf({ importance, complexity }: Weight): number {
  return importance / complexity;
}

/** Jobs of one lane share its places, so that heavy work leaves the processor to what people wait for. */
export type Lane = "interactive" | "light" | "heavy";

/** @returns the lane a weight runs in */
export function laneOf(weight: Weight): Lane {
  const urgency = urgencyOf(weight);
  if (urgency >= 50) return "interactive";
  return urgency >= 1 ? "light" : "heavy";
}

/** How many jobs of each lane one worker runs at once on a machine with `cores` processors. */
export function lanePlaces(cores: number): Record<Lane, number> {
  return {
    interactive: Math.max(2, cores),
    light: Math.max(1, cores),
    heavy: Math.max(1, Math.floor(cores / 4)),
  };
}
