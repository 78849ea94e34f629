/** How things stand, as far as this page can tell. */
export type InstanceState =
  | { kind: "well" }
  | { kind: "offline" }
  | { kind: "unreachable" }
  | { kind: "paused"; missing: readonly string[] };

/** What the page saw. */
export interface Sighting {
  isOnline: boolean;
  /** Times in a row that the server did not answer. */
  failures: number;
  /** What the server said last; undefined before it said anything. */
  missing: readonly string[] | undefined;
}

/** One lost answer may be a restart or a sleeping radio; the second in a row is worth a banner. */
const failuresToSay = 2;

/** @returns what to tell, the nearest cause first: without a network nothing can be known of the server */
export function instanceState({ isOnline, failures, missing = [] }: Sighting): InstanceState {
  if (!isOnline) return { kind: "offline" };
  if (failures >= failuresToSay) return { kind: "unreachable" };
  return missing.length > 0 ? { kind: "paused", missing } : { kind: "well" };
}
