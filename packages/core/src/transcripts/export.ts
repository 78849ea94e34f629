import { type Cue, printPlainText, printSubRip, printWebVtt } from "@alcoves/cues";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { findMediaFile } from "../files/index.ts";
import { getTranscript } from "./get.ts";
import type { CaptionFormat } from "./schema.ts";

/** What is said in a file, as a text to show or take away. */
export interface ExportedTranscript {
  /** `party.vtt`: players look for captions beside a film by its name. */
  name: string;
  mimeType: string;
  revision: number;
  /** Strong: one for each revision and format. */
  etag: string;
  text: string;
}

const formats: Record<CaptionFormat, { mimeType: string; print: (cues: readonly Cue[]) => string }> = {
  vtt: { mimeType: "text/vtt; charset=utf-8", print: printWebVtt },
  srt: { mimeType: "application/x-subrip; charset=utf-8", print: printSubRip },
  txt: { mimeType: "text/plain; charset=utf-8", print: (cues) => printPlainText(cues) },
};

/**
 * Writes what is said in a file; sounds are left out, of which models hear more than anyone wants to read.
 * @throws NOT_FOUND to everyone who is nothing to its library, and where nobody knows what is said
 */
export async function exportTranscript(
  ctx: Context,
  fileId: string,
  format: CaptionFormat,
): Promise<ExportedTranscript> {
  const { ctx: inside, file } = await findMediaFile(ctx, fileId);
  const { revision, cues } = await getTranscript(inside, { libraryId: file.libraryId, fileId });
  const speech = cues.filter(({ kind }) => kind === "speech");
  if (speech.length === 0) throw notFound("transcript");
  const { mimeType, print } = formats[format];
  return {
    name: `${file.name.replace(/\.[^.]*$/, "")}.${format}`,
    mimeType,
    revision,
    etag: `"${fileId}-captions-${revision}-${format}"`,
    text: print(speech),
  };
}
