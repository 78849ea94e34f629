import type { Highlight } from "@alcoves/core/highlights/schema";
import { type FilterPreset, parseFilter, presets, printFilter } from "@alcoves/cues";

/** @returns the presets that a library has not taken yet; a changed one is offered again */
export function offeredPresets(highlights: readonly Pick<Highlight, "expression">[]): FilterPreset[] {
  const taken = new Set(highlights.map(({ expression }) => expression));
  return presets.filter(({ expression }) => !taken.has(asKept(expression)));
}

/** As the server keeps it. */
function asKept(expression: string): string {
  const read = parseFilter(expression);
  return read.ok ? printFilter(read.filter) : expression;
}
