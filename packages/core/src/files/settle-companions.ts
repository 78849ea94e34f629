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

/**
 * Most files have nobody to meet: one statement tells those that have, and they are paired as new ones are. Names are looked up in a hash
 * of the sidecars around, so that ten thousand files beside each other are not each compared with all others.
 */
async function meet(ctx: Transaction<LibraryContext>, fileIds: readonly string[]): Promise<void> {
  const meeting = await ctx.db.$queryRaw<MeetingFile[]>`
    WITH moved AS (
      SELECT *, coalesce(folder_id::text, '') || '/' AS place FROM files
      WHERE id = ANY(${fileIds}::uuid[]) AND trashed_at IS NULL AND companion_of_id IS NULL
    ), sidecars AS MATERIALIZED (
      SELECT coalesce(s.folder_id::text, '') || '/' || lower(s.name) AS key
      FROM files s
      WHERE s.library_id = ${ctx.access.libraryId}::uuid AND s.trashed_at IS NULL AND s.companion_of_id IS NULL
        AND s.kind = 'other' AND lower(s.name) LIKE '%.xmp'
        AND coalesce(s.folder_id::text, '') IN (SELECT coalesce(folder_id::text, '') FROM moved)
    )
    SELECT t.id AS "fileId", t.library_id AS "libraryId", t.folder_id AS "folderId", t.name, t.kind,
           t.content_identifier AS "contentIdentifier",
           t.kind <> 'other' AND (
             t.place || lower(t.name) || '.xmp' IN (SELECT key FROM sidecars)
             OR t.place || lower(regexp_replace(t.name, '\\.[^.]*$', '')) || '.xmp' IN (SELECT key FROM sidecars)
           ) AS "hasSidecar"
    FROM moved t
    WHERE t.kind <> 'other' OR lower(t.name) LIKE '%.xmp'
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
