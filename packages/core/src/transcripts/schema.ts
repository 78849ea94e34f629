import { type CaptionProblem, type Cue, mostCaptionCharacters, tidyText } from "@alcoves/cues";
import { z } from "zod";
import { OneFile } from "../files/schema.ts";

/** What a segment tells of: what is said, or a sound. */
export const SegmentKind = z.enum(["speech", "audio"]);

/** The revision that was seen; 0 where there was no transcript. */
const Seen = z.number().int().min(0);

/** A language as BCP 47 spells it, in any case. */
const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i, "Name the language as en or pt-BR.");

/** Takes what is said from a file of captions. */
export const ImportTranscript = OneFile.extend({
  seen: Seen,
  /** That of the file, by which its format is told where its text does not tell. */
  name: z.string().max(1_000),
  text: z.string().max(mostCaptionCharacters, "The file is too large: captions have at most 5 MB."),
  language: Language.nullable().default(null),
});
export type ImportTranscript = z.input<typeof ImportTranscript>;

/** Gives one segment another text. */
export const CorrectTranscript = z.object({
  libraryId: z.uuid(),
  segmentId: z.uuid(),
  /** As it was seen: whoever corrects what somebody else has corrected meanwhile is told. */
  seenText: z.string().max(20_000),
  text: z
    .string()
    .max(20_000)
    .transform(tidyText)
    .pipe(
      z
        .string()
        .min(1, "Write what is said here.")
        .max(2_000, "Use at most 2,000 characters.")
        .regex(/^(?:\P{Cc}|[\n\t])*$/u, "It holds no control characters."),
    ),
});
export type CorrectTranscript = z.input<typeof CorrectTranscript>;

/** Removes all that is said, or all sounds. */
export const RemoveTranscript = OneFile.extend({ seen: Seen, kind: SegmentKind });
export type RemoveTranscript = z.infer<typeof RemoveTranscript>;

/** As what a transcript is taken away. */
export const CaptionFormat = z.enum(["vtt", "srt", "txt"]);
export type CaptionFormat = z.infer<typeof CaptionFormat>;

/** A cue that is kept. */
export interface TranscriptCue extends Cue {
  segmentId: string;
  /** Somebody wrote its text by hand. */
  isCorrected: boolean;
}

/** What is said and heard in a file; without cues where nobody knows. */
export interface Transcript {
  fileId: string;
  /** Counts its changes, also those that removed all; 0 where there never was one. */
  revision: number;
  /** A BCP 47 tag; null where nobody said. */
  language: string | null;
  /** Whoever asks may import, correct and remove. */
  mayChange: boolean;
  /** Speech and sounds by where they begin. */
  cues: TranscriptCue[];
}

/** What became of an import. */
export interface ImportedTranscript {
  revision: number;
  cueCount: number;
  /** What of the file was not taken, by line. */
  problems: CaptionProblem[];
}

/** A segment as it was corrected. */
export interface CorrectedCue {
  revision: number;
  cue: TranscriptCue;
}
