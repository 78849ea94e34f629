import { type CueIndex, foldText } from "@alcoves/cues";

/** @returns indexes of speech that holds a text, case and accents aside; none for an empty one */
export function findInTranscript({ cues, kinds }: CueIndex, query: string): number[] {
  const wanted = foldText(query);
  if (wanted === "") return [];
  return cues.flatMap(({ text }, at) => (kinds[at] === "speech" && text.includes(wanted) ? [at] : []));
}

/** A text in parts, of which every second one is what was looked for. */
export function markedParts(text: string, query: string): string[] {
  const [lower, wanted] = [text.toLowerCase(), query.trim().toLowerCase()];
  // Some letters have another length in lower case: then places would be others.
  if (wanted === "" || lower.length !== text.length) return [text];
  const parts: string[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...parts, text.slice(from)];
}
