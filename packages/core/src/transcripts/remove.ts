import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { findOwnFile } from "./find-file.ts";
import { replaceSegments } from "./replace-segments.ts";
import { RemoveTranscript } from "./schema.ts";

/**
 * Removes all that is said in a file, or all of its sounds.
 * @returns the revision without them
 * @throws NOT_FOUND for a file of another library or in the trash, and where there is nothing to remove, FORBIDDEN for somebody
 * else's file, CONFLICT when the transcript is another than the one that was seen
 */
export async function removeTranscript(
  ctx: LibraryContext,
  input: RemoveTranscript,
): Promise<{ revision: number }> {
  const { fileId, seen, kind } = RemoveTranscript.parse(input);
  const file = await findOwnFile(ctx, fileId);
  return transaction(ctx, async (ctx) => {
    const there = await ctx.db.segment.findFirst({ where: { kind, transcript: { fileId } } });
    if (!there) throw notFound("transcript");
    const { revision } = await replaceSegments(ctx, { fileId, kind, cues: [], seen });
    await recordActivity(ctx, "transcript.removed", { fileId, name: file.name });
    return { revision };
  });
}
