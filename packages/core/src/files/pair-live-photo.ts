import type { Context } from "../context.ts";
import { recordEvent } from "../events/index.ts";
import type { Transaction } from "../transaction.ts";
import { lockPairing } from "./lock-pairing.ts";

/**
 * Makes the clip of a live photo the companion of its still, by the identifier that Apple wrote into both, once the second
 * of the two was read. They must lie in one folder of one library. Safe when both are read at once: whoever comes second
 * behind the lock sees the identifier of the first.
 */
export async function pairLivePhoto(
  ctx: Transaction<Context>,
  { fileId, contentIdentifier }: { fileId: string; contentIdentifier: string },
): Promise<void> {
  const place = await ctx.db.file.findUnique({
    where: { id: fileId },
    select: { libraryId: true, folderId: true },
  });
  if (!place) return;
  const { libraryId, folderId } = place;
  await lockPairing(ctx, place, `live/${contentIdentifier}`);
  // A clip that another run holds is about to look for its still itself: waiting for it could be a circle.
  const paired = await ctx.db.$queryRaw<{ id: string }[]>`
    WITH parts AS (
      SELECT id, kind FROM files
      WHERE library_id = ${libraryId}::uuid AND folder_id IS NOT DISTINCT FROM ${folderId}::uuid
        AND content_identifier = ${contentIdentifier} AND trashed_at IS NULL AND companion_of_id IS NULL
    ), still AS (
      SELECT id FROM parts WHERE kind = 'photo' ORDER BY id LIMIT 1
    ), clip AS (
      SELECT f.id FROM files f JOIN parts USING (id)
      WHERE f.kind = 'video' AND f.folder_id IS NOT DISTINCT FROM ${folderId}::uuid AND f.trashed_at IS NULL
      FOR NO KEY UPDATE OF f SKIP LOCKED
    )
    UPDATE files f SET companion_of_id = still.id FROM clip, still WHERE f.id = clip.id
    RETURNING f.id`;
  // The reference waited for whoever was moving the still away: then the two do not lie together any more.
  await ctx.db.$executeRaw`
    UPDATE files c SET companion_of_id = NULL FROM files o
    WHERE o.id = c.companion_of_id AND c.id = ANY(${paired.map(({ id }) => id)}::uuid[])
      AND (c.folder_id IS DISTINCT FROM o.folder_id OR o.trashed_at IS NOT NULL)`;
  for (const { id } of paired) await recordEvent(ctx, { libraryId, kind: "file.changed", fileId: id });
}
