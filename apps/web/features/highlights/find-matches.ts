import type { Highlight } from "@alcoves/core/highlights/schema";
import { type CueIndex, type Match, matchFilter, parseFilter } from "@alcoves/cues";

/** @returns what a highlight finds in a recording; nothing for an expression that is none, as of an older grammar */
export function findMatches(
  { expression, windowMs }: Pick<Highlight, "expression" | "windowMs">,
  index: CueIndex,
): Match[] {
  const read = parseFilter(expression);
  return read.ok ? matchFilter(read.filter, index, { windowMs }) : [];
}
