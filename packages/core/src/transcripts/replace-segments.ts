import { type Cue, tidyCues } from "@alcoves/cues";
import type { Context } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { recordEvent } from "../events/index.ts";
import { type Transaction, transaction } from "../transaction.ts";

/** Times are stored in four bytes: 24 days. */
const furthestMs = 2 ** 31 - 1;
/** Segments that one statement writes. */
const perStatement = 5_000;

/** What a file's segments of one kind are to be. */
export interface NewSegments {
  fileId: string;
  kind: Cue["kind"];
  /** In any order; those of the other kind are left out. None removes what is there. */
  cues: readonly Cue[];
  /** Null leaves what is known. */
  language?: string | null;
  /** The revision that was seen, 0 for none; absent where it does not matter what is there. */
  seen?: number;
}

/**
 * Writes all segments of one kind of a file anew, and leaves those of the other. Whoever calls has asked whether that may be.
 * @returns how many there are now, and the revision
 * @throws NOT_FOUND for a file that is gone, CONFLICT when another revision than the one that was seen is there
 */
export async function replaceSegments(
  ctx: Context,
  { fileId, kind, cues, language = null, seen }: NewSegments,
): Promise<{ revision: number; count: number }> {
  const kept = toRows(cues, kind);
  return transaction(ctx, async (ctx) => {
    const { id, libraryId, revision } = await nextRevision(ctx, fileId, language);
    if (seen !== undefined && revision !== seen + 1)
      throw new DomainError(
        "CONFLICT",
        "Somebody has changed this transcript meanwhile. Look at it, then try again.",
      );
    await ctx.db
      .$executeRaw`DELETE FROM segments WHERE transcript_id = ${id}::uuid AND kind = ${kind}::segment_kind`;
    for (let from = 0; from < kept.length; from += perStatement)
      await insert(ctx, { transcriptId: id, kind, rows: kept.slice(from, from + perStatement), from });
    await recordEvent(ctx, { libraryId, kind: "transcripts.changed", fileId });
    return { revision, count: kept.length };
  });
}

/** Makes the transcript, or holds it until the transaction ends: those who write one at once go one after the other. */
async function nextRevision(
  { db, principal }: Transaction<Context>,
  fileId: string,
  language: string | null,
): Promise<{ id: string; libraryId: string; revision: number }> {
  const userId = "userId" in principal ? principal.userId : null;
  const [row] = await db.$queryRaw<{ id: string; libraryId: string; revision: number }[]>`
    INSERT INTO transcripts (library_id, file_id, language, created_by_id, updated_by_id)
    SELECT library_id, id, ${language}, ${userId}::uuid, ${userId}::uuid
    FROM files WHERE id = ${fileId}::uuid AND purged_at IS NULL
    ON CONFLICT (file_id) DO UPDATE SET
      revision = transcripts.revision + 1, language = coalesce(excluded.language, transcripts.language),
      updated_by_id = excluded.updated_by_id, updated_at = now()
    RETURNING id, library_id AS "libraryId", revision`;
  if (!row) throw notFound("file");
  return row;
}

/** Cues as rows: tidy, by where they begin, within what can be stored. */
function toRows(cues: readonly Cue[], kind: Cue["kind"]): Cue[] {
  return tidyCues(cues.filter((cue) => cue.kind === kind && cue.startMs < furthestMs))
    .map((cue) => ({ ...cue, endMs: Math.min(cue.endMs, furthestMs), score: shareOf(cue.score) }))
    .toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
}

function shareOf(score: number | null): number | null {
  return score === null ? null : Math.min(1, Math.max(0, score));
}

/** All rows are one value: JSON has texts, numbers, nulls and the words that lie in them. */
async function insert(
  { db }: Transaction<Context>,
  { transcriptId, kind, rows, from }: { transcriptId: string; kind: string; rows: Cue[]; from: number },
): Promise<void> {
  const json = JSON.stringify(
    rows.map(({ startMs, endMs, text, score, words }) => [
      startMs,
      endMs,
      text,
      score,
      words?.length ? words.map((word) => ({ ...word, text: storable(word.text) })) : null,
    ]),
  );
  await db.$executeRaw`
    INSERT INTO segments (transcript_id, kind, position, start_ms, end_ms, text, score, words)
    SELECT ${transcriptId}::uuid, ${kind}::segment_kind, ${from}::int + place::int, (row ->> 0)::int, (row ->> 1)::int,
           row ->> 2, (row ->> 3)::float8, nullif(row -> 4, 'null')
    FROM jsonb_array_elements(${json}::jsonb) WITH ORDINALITY AS given(row, place)`;
}

/** PostgreSQL keeps neither NUL nor half of a surrogate pair. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}
