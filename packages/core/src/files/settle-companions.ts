import type { LibraryContext } from "../context.ts";
import { recordFileEvents } from "../events/index.ts";
import { requestJobs } from "../processing/index.ts";
import type { Transaction } from "../transaction.ts";
import { jobOf } from "./jobs-of-kind.ts";
import { pairLivePhoto } from "./pair-live-photo.ts";
import { pairSidecar } from "./pair-sidecar.ts";
import type { FileKind } from "./schema.ts";

/**
 * Makes companions right again after files were moved, renamed, trashed or brought back: what went another way than its file is a
 * file of its own from now on, and what came to lie beside its file follows it.
 */
export async function settleCompanions(
  ctx: Transaction<LibraryContext>,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  await part(ctx, fileIds);
  await meet(ctx, fileIds);
}

async function part(ctx: Transaction<LibraryContext>, fileIds: readonly string[]): Promise<void> {
  const parted = await ctx.db.$queryRaw<{ id: string; ownerId: string; kind: FileKind }[]>`
    UPDATE files c SET companion_of_id = NULL
    FROM files o
    WHERE o.id = c.companion_of_id
      AND c.id IN (
        SELECT id FROM files WHERE id = ANY(${fileIds}::uuid[]) AND companion_of_id IS NOT NULL
        UNION
        SELECT id FROM files WHERE companion_of_id = ANY(${fileIds}::uuid[])
      )
      AND (c.folder_id IS DISTINCT FROM o.folder_id OR (c.trashed_at IS NULL) <> (o.trashed_at IS NULL))
    RETURNING c.id, o.id AS "ownerId", c.kind`;
  // What a sidecar said counts no more.
  const readAnew = parted.filter(({ kind }) => kind === "other").map(({ ownerId }) => ownerId);
  await requestJobs(ctx, jobOf.metadata, [...new Set(readAnew)]);
  await recordFileEvents(
    ctx,
    "file.changed",
    parted.flatMap(({ id, ownerId }) => [id, ownerId]),
  );
}

/** Most files have nobody to meet: one statement tells those that have, and they are paired as new ones are. */
async function meet(ctx: Transaction<LibraryContext>, fileIds: readonly string[]): Promise<void> {
  const meeting = await ctx.db.$queryRaw<MeetingFile[]>`
    SELECT t.id AS "fileId", t.library_id AS "libraryId", t.folder_id AS "folderId", t.name, t.kind,
           t.content_identifier AS "contentIdentifier",
           t.kind <> 'other' AND EXISTS (
             SELECT FROM files s
             WHERE s.library_id = t.library_id AND s.trashed_at IS NULL AND s.companion_of_id IS NULL AND s.kind = 'other'
               AND s.folder_id IS NOT DISTINCT FROM t.folder_id
               AND lower(s.name) = ANY(ARRAY[lower(t.name) || '.xmp', lower(regexp_replace(t.name, '\\.[^.]*$', '')) || '.xmp'])
           ) AS "hasSidecar"
    FROM files t
    WHERE t.id = ANY(${fileIds}::uuid[]) AND t.trashed_at IS NULL AND t.companion_of_id IS NULL
      AND (t.kind <> 'other' OR lower(t.name) LIKE '%.xmp')
    ORDER BY t.id`;
  for (const { contentIdentifier, hasSidecar, ...file } of meeting) {
    if (file.kind === "other") await pairSidecar(ctx, file);
    if (hasSidecar) {
      await pairSidecar(ctx, file);
      await requestJobs(ctx, jobOf.metadata, [file.fileId]);
    }
    if (contentIdentifier) await pairLivePhoto(ctx, { fileId: file.fileId, contentIdentifier });
  }
}

interface MeetingFile {
  fileId: string;
  libraryId: string;
  folderId: string | null;
  name: string;
  kind: FileKind;
  contentIdentifier: string | null;
  hasSidecar: boolean;
}
