import type { Cue } from "./cue.ts";

/**
 * Text as every caption format can hold it: lines without spaces at their ends and without blank ones between them, which would end the
 * cue; no NUL, no half of a surrogate pair.
 */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\0", "\ufffd")
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** @returns cues as captions show them: whole milliseconds, tidy texts; those without text or length are left out */
export function tidyCues(cues: readonly Cue[]): Cue[] {
  return cues
    .map((cue) => ({
      ...cue,
      startMs: Math.max(0, Math.round(cue.startMs)),
      endMs: Math.round(cue.endMs),
      text: tidyText(cue.text),
    }))
    .filter(({ startMs, endMs, text }) => endMs > startMs && text !== "");
}

/** @returns what is said; a sound in brackets, as captions name what is heard */
export function shownText({ kind, text }: Cue): string {
  return kind === "audio" ? `[${text}]` : text;
}
