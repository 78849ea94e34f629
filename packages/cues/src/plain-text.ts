import { shownText, tidyCues } from "./caption-text.ts";
import type { Cue } from "./cue.ts";
import { printClock } from "./timestamps.ts";

/**
 * Writes cues as plain text, a line each; sounds stand in brackets. Cues without text or length are left out.
 * @param options.hasTimes each line begins with the time at which it starts: 01:02:03
 */
export function printPlainText(
  cues: readonly Cue[],
  { hasTimes = false }: { hasTimes?: boolean } = {},
): string {
  return tidyCues(cues)
    .map((cue) => {
      const line = shownText(cue).replaceAll("\n", " ");
      return `${hasTimes ? `${printClock(cue.startMs)} ` : ""}${line}\n`;
    })
    .join("");
}
