import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { findTiles, mayChange } from "../files/index.ts";
import type { TrashedFile, TrashedFolder } from "./schema.ts";

/** @returns what the trash says of files, by their ids */
export async function describeFiles(
  ctx: LibraryContext,
  fileIds: readonly string[],
): Promise<Map<string, TrashedFile>> {
  if (fileIds.length === 0) return new Map();
  const tiles = await findTiles(ctx, fileIds);
  const rows = await ctx.db.file.findMany({
    where: { id: { in: [...fileIds] }, trashedAt: { not: null } },
    select: { id: true, sizeBytes: true, trashedAt: true, uploadedById: true },
  });
  return new Map(
    rows.flatMap(({ id, sizeBytes, trashedAt, uploadedById }) => {
      const tile = tiles.get(id);
      if (!tile || !trashedAt) return [];
      const mayRestore = mayChange(ctx, { uploadedById });
      return [[id, { ...tile, of: "file", sizeBytes: Number(sizeBytes), trashedAt, mayRestore }]];
    }),
  );
}

const foldersStatement = {
  name: "trash-folders",
  text: `
    SELECT d.id AS "folderId", d.name, d.trashed_at AS "trashedAt", d.created_by_id AS "createdById",
           f.count AS "fileCount", f.bytes::float8 AS "sizeBytes", f.owners AS "uploadedByIds",
           c.count AS "folderCount", c.owners AS "createdByIds"
    FROM folders d
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE companion_of_id IS NULL)::int AS count, coalesce(sum(size_bytes), 0) AS bytes,
             coalesce(array_agg(DISTINCT uploaded_by_id), '{}') AS owners
      FROM files WHERE trashed_with_id = d.id AND purged_at IS NULL
    ) f
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, coalesce(array_agg(DISTINCT created_by_id), '{}') AS owners
      FROM folders WHERE trashed_with_id = d.id
    ) c
    WHERE d.id = ANY($1::uuid[]) AND d.trashed_at IS NOT NULL`,
};

type FolderRow = Omit<TrashedFolder, "of" | "mayRestore"> & {
  createdById: string | null;
  uploadedByIds: (string | null)[];
  createdByIds: (string | null)[];
};

/** @returns what the trash says of folders, by their ids: what went there with them is counted in one statement */
export async function describeFolders(
  ctx: LibraryContext,
  folderIds: readonly string[],
): Promise<Map<string, TrashedFolder>> {
  if (folderIds.length === 0) return new Map();
  const rows = await ctx.sql.read<FolderRow & Record<string, unknown>>(foldersStatement, [folderIds]);
  return new Map(
    rows.map(({ createdById, uploadedByIds, createdByIds, ...facts }) => {
      const mayRestore = [createdById, ...uploadedByIds, ...createdByIds].every((id) => mayChangeOf(ctx, id));
      return [facts.folderId, { of: "folder", ...facts, mayRestore }];
    }),
  );
}
