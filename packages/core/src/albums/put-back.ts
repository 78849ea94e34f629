import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { insertFiles } from "./insert-files.ts";
import { lockAlbum, mayChangeAlbum, notYours } from "./lock.ts";
import { orderAnew } from "./place.ts";
import { orderOf } from "./runs-of.ts";
import { type AlbumRun, PutBackInAlbum } from "./schema.ts";

/**
 * Puts files back to where they stood in an album before they were arranged or taken out, all or none.
 * @throws NOT_FOUND for an album or a file that is missing, trashed or of another library, FORBIDDEN for moving what is in somebody
 * else's album, CONFLICT when a file that others stood before was taken out meanwhile
 */
export async function putBackInAlbum(ctx: LibraryContext, input: PutBackInAlbum): Promise<void> {
  const { albumId, runs } = PutBackInAlbum.parse(input);
  const fileIds = [...new Set(runs.flatMap((run) => run.fileIds))];
  await transaction(ctx, async (ctx) => {
    const album = await lockAlbum(ctx, albumId);
    const added = await insertFiles(ctx, albumId, fileIds);
    if (added.size < fileIds.length && !mayChangeAlbum(ctx, album)) throw notYours();
    const moved = new Set(fileIds);
    const staying = (await orderOf(ctx, albumId)).filter((fileId) => !moved.has(fileId));
    await orderAnew(ctx, albumId, withRuns(staying, runs));
    if (added.size > 0)
      await recordActivity(ctx, "album.files_added", { albumId, name: album.name, count: added.size });
  });
}

/** The files that stayed, with runs before the files that they stood before. */
function withRuns(staying: readonly string[], runs: readonly AlbumRun[]): string[] {
  const runsBefore = new Map<string | null, string[]>();
  for (const { fileIds, before } of runs)
    runsBefore.set(before, [...(runsBefore.get(before) ?? []), ...fileIds]);
  const there = new Set<string | null>([...staying, null]);
  if ([...runsBefore.keys()].some((before) => !there.has(before)))
    throw new DomainError(
      "CONFLICT",
      "The album was changed meanwhile. Put the files in their places by hand.",
    );
  const order = [...staying, null].flatMap((fileId) => [...(runsBefore.get(fileId) ?? []), fileId]);
  return [...new Set(order)].filter((fileId) => fileId !== null);
}
