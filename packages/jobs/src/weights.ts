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

/** Most important of all priorities of BullMQ; 0 is "none", which BullMQ runs before every other. */
const firstPriority = 1;
/** BullMQ's lowest priority (2^21). */
const lastPriority = 2_097_152;

/**
 * The BullMQ priority of a weight. importance ÷ complexity runs from 0.01 to 100; a lower number goes first.
 * Never 0: in BullMQ a job without priority goes before every job with one.
 */
export function priorityOf({ importance, complexity }: Weight): number {
  const ratio = importance / complexity;
  return Math.min(lastPriority, Math.max(firstPriority, Math.round(1_000 / ratio)));
}

/** Jobs of one lane share its places, so that heavy work leaves the processor to what people wait for. */
export type Lane = "interactive" | "light" | "heavy";

/** @returns the lane a weight runs in */
export function laneOf({ importance, complexity }: Weight): Lane {
  const ratio = importance / complexity;
  if (ratio >= 50) return "interactive";
  return ratio >= 1 ? "light" : "heavy";
}

/** How many jobs of each lane one worker runs at once on a machine with `cores` processors. */
export function lanePlaces(cores: number): Record<Lane, number> {
  return {
    interactive: Math.max(2, cores),
    light: Math.max(1, cores),
    heavy: Math.max(1, Math.floor(cores / 4)),
  };
}
