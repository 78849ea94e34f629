import type { Cue, Match } from "@alcoves/cues";

/** Cues that a row has room for. */
const most = 4;

/** @returns why a match is one: sounds by their labels, speech in quotation marks, each cue once, the first few */
export function evidenceOf({ evidence }: Pick<Match, "evidence">, cues: readonly Cue[]): string {
  const texts = new Set<string>();
  for (const { cue } of evidence) {
    const found = cues[cue];
    if (found) texts.add(found.kind === "audio" ? found.text : `“${found.text}”`);
    if (texts.size > most) break;
  }
  const shown = [...texts];
  return shown.length > most ? `${shown.slice(0, most).join(", ")} …` : shown.join(", ");
}
