import type { CueWord } from "@alcoves/cues";
import { z } from "zod";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { recordEvent } from "../events/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { requireOwn } from "./find-file.ts";
import { type CorrectedCue, CorrectTranscript } from "./schema.ts";

/** Words as they lie in a row. */
const StoredWords = z
  .array(z.object({ startMs: z.number(), endMs: z.number(), text: z.string(), score: z.number().nullable() }))
  .nullable();

/**
 * Gives one segment another text. Its words keep their times where there are as many as before, else they are forgotten; what somebody
 * wrote was measured by nobody, so its score is forgotten too. One that is already so counts as corrected.
 * @throws NOT_FOUND for a segment of another library or of a file in the trash, and for one that was replaced meanwhile, FORBIDDEN for
 * a file of somebody else, CONFLICT when the text is another than the one that was seen
 */
export async function correctTranscript(
  ctx: LibraryContext,
  input: CorrectTranscript,
): Promise<CorrectedCue> {
  const { segmentId, seenText, text } = CorrectTranscript.parse(input);
  return transaction(ctx, async (ctx) => {
    const transcript = await lockTranscriptOf(ctx, segmentId);
    requireOwn(ctx, transcript);
    const segment = await ctx.db.segment.findUnique({ where: { id: segmentId } });
    if (!segment) throw notFound("line");
    const { kind, startMs, endMs } = segment;
    const before = StoredWords.parse(segment.words);
    const place = { segmentId, kind, startMs, endMs, text };
    if (segment.text === text) {
      const { score, correctedAt } = segment;
      const cue = { ...place, score, isCorrected: correctedAt !== null, ...(before && { words: before }) };
      return { revision: transcript.revision, cue };
    }
    if (segment.text !== seenText)
      throw new DomainError(
        "CONFLICT",
        `Somebody has changed this line meanwhile: it is now "${segment.text}".`,
      );
    const words = before && correctWords(before, text);
    const revision = await write(ctx, { ...transcript, segmentId, text, words });
    return { revision, cue: { ...place, score: null, isCorrected: true, ...(words && { words }) } };
  });
}

/** @returns words with their times and another text; null where there are more or fewer */
export function correctWords(words: readonly CueWord[], text: string): CueWord[] | null {
  const texts = text.split(/\s+/).filter((word) => word !== "");
  if (texts.length !== words.length) return null;
  return words.map((word, at) => {
    const now = texts[at] ?? word.text;
    return now === word.text ? word : { ...word, text: now, score: null };
  });
}

interface LockedTranscript {
  id: string;
  fileId: string;
  uploadedById: string | null;
  revision: number;
}

/** Those who write a transcript at once go one after the other: what is read behind this is as the one before left it. */
async function lockTranscriptOf(
  { db, access: { libraryId } }: Transaction<LibraryContext>,
  segmentId: string,
): Promise<LockedTranscript> {
  const [row] = await db.$queryRaw<LockedTranscript[]>`
    SELECT t.id, t.file_id AS "fileId", t.revision, f.uploaded_by_id AS "uploadedById"
    FROM segments s JOIN transcripts t ON t.id = s.transcript_id JOIN files f ON f.id = t.file_id
    WHERE s.id = ${segmentId}::uuid AND t.library_id = ${libraryId}::uuid AND f.trashed_at IS NULL
    FOR NO KEY UPDATE OF t`;
  if (!row) throw notFound("line");
  return row;
}

async function write(
  ctx: Transaction<LibraryContext>,
  change: { id: string; fileId: string; segmentId: string; text: string; words: CueWord[] | null },
): Promise<number> {
  const { id, fileId, segmentId, text } = change;
  const words = change.words && JSON.stringify(change.words);
  await ctx.db.$executeRaw`
    UPDATE segments SET text = ${text}, words = ${words}::jsonb, score = NULL, corrected_at = now()
    WHERE id = ${segmentId}::uuid`;
  const updatedById = "userId" in ctx.principal ? ctx.principal.userId : null;
  const { revision } = await ctx.db.transcript.update({
    where: { id },
    data: { revision: { increment: 1 }, updatedById },
    select: { revision: true },
  });
  await recordEvent(ctx, { libraryId: ctx.access.libraryId, kind: "transcripts.changed", fileId });
  return revision;
}
