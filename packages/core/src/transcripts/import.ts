import { type ParsedCaptions, parseSubRip, parseWebVtt } from "@alcoves/cues";
import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { findOwnFile } from "./find-file.ts";
import { replaceSegments } from "./replace-segments.ts";
import { type ImportedTranscript, ImportTranscript } from "./schema.ts";

/**
 * Takes what is said in a file from captions, WebVTT or SubRip, in place of what was known. Sounds stay as they are; those that the
 * captions name are not taken.
 * @returns how much was taken, and what was not
 * @throws NOT_FOUND for a file of another library or in the trash, FORBIDDEN for somebody else's, CONFLICT when the transcript is
 * another than the one that was seen, INVALID for captions without a single cue
 */
export async function importTranscript(
  ctx: LibraryContext,
  input: ImportTranscript,
): Promise<ImportedTranscript> {
  const { fileId, seen, name, text, language } = ImportTranscript.parse(input);
  const file = await findOwnFile(ctx, fileId);
  const { cues, problems } = parseCaptions(name, text);
  const speech = cues.filter(({ kind }) => kind === "speech");
  if (speech.length === 0) throw nothingRead(problems);
  return transaction(ctx, async (ctx) => {
    const { revision, count } = await replaceSegments(ctx, {
      ...{ fileId, kind: "speech", cues: speech, language, seen },
    });
    await recordActivity(ctx, "transcript.imported", { fileId, name: file.name, count });
    return { revision, cueCount: count, problems };
  });
}

function parseCaptions(name: string, text: string): ParsedCaptions {
  const isWebVtt = /^\ufeff?WEBVTT(?:[ \t\r\n]|$)/.test(text) || /\.vtt$/i.test(name);
  return isWebVtt ? parseWebVtt(text) : parseSubRip(text);
}

function nothingRead(problems: ParsedCaptions["problems"]): DomainError {
  const [first] = problems.filter(({ code }) => code !== "no-header");
  const where = first ? ` Line ${first.line} is the first that could not be read.` : "";
  return new DomainError("INVALID", `There is no caption in this file.${where} Choose a .vtt or .srt file.`);
}
