import type { Cue, CueWord } from "@alcoves/cues";
import { isAllowed } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { mayChange } from "../files/index.ts";
import { OneFile } from "../files/schema.ts";
import type { Transcript, TranscriptCue } from "./schema.ts";

/** Segments as the statement gives them. */
interface SegmentJson extends Pick<Cue, "kind" | "startMs" | "endMs" | "text" | "score"> {
  segmentId: string;
  words: CueWord[] | null;
  isCorrected: boolean;
}

/** One statement, so that the cues are those of the revision. One value holds them all: twenty thousand rows take longer. */
const statement = {
  name: "transcript",
  text: `
    SELECT f.uploaded_by_id AS "uploadedById", coalesce(t.revision, 0) AS revision, t.language,
           coalesce((
             SELECT json_agg(json_build_object(
                      'segmentId', s.id, 'kind', s.kind, 'startMs', s.start_ms, 'endMs', s.end_ms, 'text', s.text,
                      'score', s.score, 'words', s.words, 'isCorrected', s.corrected_at IS NOT NULL
                    ) ORDER BY s.start_ms, s.end_ms, s.kind, s.position)
             FROM segments s WHERE s.transcript_id = t.id
           ), '[]') AS segments
    FROM files f
    LEFT JOIN transcripts t ON t.file_id = f.id
    WHERE f.id = $1 AND f.library_id = $2 AND f.trashed_at IS NULL`,
};

/** What is said and heard in a file. @throws NOT_FOUND for a file of another library or in the trash */
export async function getTranscript(ctx: LibraryContext, input: OneFile): Promise<Transcript> {
  const { fileId } = OneFile.parse(input);
  const [row] = await ctx.sql.read<{
    uploadedById: string | null;
    revision: number;
    language: string | null;
    segments: SegmentJson[];
  }>(statement, [fileId, ctx.access.libraryId]);
  if (!row) throw notFound("file");
  return {
    fileId,
    revision: row.revision,
    language: row.language,
    mayChange: isAllowed(ctx.access, "correct transcripts") && mayChange(ctx, row),
    cues: row.segments.map(toCue),
  };
}

function toCue({ words, ...segment }: SegmentJson): TranscriptCue {
  return words ? { ...segment, words } : segment;
}
