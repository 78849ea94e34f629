import { tidyText } from "./caption-text.ts";
import type { Cue } from "./cue.ts";
import type { CueTimes } from "./timestamps.ts";

/** Captions of more characters (UTF-16 units) are not read. */
export const mostCaptionCharacters = 5_000_000;
/** Cues after these are not read. */
export const mostCues = 50_000;
/** Problems after these are not told. */
const mostProblems = 100;

/** What of a file was not taken. `no-header` alone costs nothing. */
export interface CaptionProblem {
  /** From 1. */
  line: number;
  code:
    | "too-large"
    | "too-many-cues"
    | "no-header"
    /** Text that belongs to no times. */
    | "no-times"
    | "bad-times"
    /** The end is not after the start. */
    | "ends-too-soon"
    | "no-text";
}

export interface ParsedCaptions {
  /** As they stand in the file, with tidy texts and without scores. */
  cues: Cue[];
  /** By line; the first hundred. */
  problems: CaptionProblem[];
}

/** Captions while they are read. */
export class CaptionList implements ParsedCaptions {
  readonly cues: Cue[] = [];
  readonly problems: CaptionProblem[] = [];
  /** Nothing more is taken. */
  isFull = false;

  /** @param line where the times stand. @param times null where they cannot be read */
  add(line: number, times: CueTimes | null, { kind, text }: Pick<Cue, "kind" | "text">): void {
    const tidy = tidyText(text);
    if (!times) this.tell(line, "bad-times");
    else if (times.endMs <= times.startMs) this.tell(line, "ends-too-soon");
    else if (tidy === "") this.tell(line, "no-text");
    else if (this.cues.length === mostCues) this.stop(line, "too-many-cues");
    else this.cues.push({ kind, ...times, text: tidy, score: null });
  }

  tell(line: number, code: CaptionProblem["code"]): void {
    if (this.problems.length < mostProblems) this.problems.push({ line, code });
  }

  stop(line: number, code: CaptionProblem["code"]): void {
    this.problems.push({ line, code });
    this.isFull = true;
  }

  /** @returns the lines of a file, without its byte order mark; none of one that is too large */
  linesOf(text: string): string[] {
    if (text.length <= mostCaptionCharacters) return text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
    this.stop(1, "too-large");
    return [];
  }
}
