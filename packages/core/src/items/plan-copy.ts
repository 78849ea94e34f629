import { randomUUID } from "node:crypto";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { chooseItems } from "./claim.ts";
import type { PlacedFolder } from "./names.ts";
import { foldersBelow } from "./tree.ts";

/** A folder that is to be copied, under the id that the copy will have. */
export interface FolderCopy extends PlacedFolder {
  sourceId: string;
}

/** A file that is to be copied, under the id that the copy will have. */
export interface FileCopy {
  id: string;
  sourceId: string;
  folderId: string | null;
  companionOfId: string | null;
  sizeBytes: bigint;
}

/** What is to be copied, and where to. */
export interface CopyPlan {
  /** Those chosen, whose names have to be free. */
  roots: FolderCopy[];
  below: FolderCopy[];
  files: FileCopy[];
  /** How many files were chosen themselves. */
  chosenFiles: number;
}

interface SourceFile {
  id: string;
  folderId: string | null;
  companionOfId: string | null;
  sizeBytes: bigint;
}

/**
 * Looks at what is to be copied as it is now: files with their companions, folders with everything below them.
 * @throws as `chooseItems`
 */
export function planCopy(
  ctx: LibraryContext,
  asked: Parameters<typeof chooseItems>[1],
  toFolderId: string | null,
): Promise<CopyPlan> {
  return transaction(ctx, async (ctx) => {
    const chosen = await chooseItems(ctx, asked, "library");
    const below = await foldersBelow(
      ctx,
      chosen.folders.map(({ id }) => id),
    );
    const folderIds = below.map(({ id }) => id);
    const fileIds = [...chosen.files, ...chosen.companions].map(({ id }) => id);
    const folders = await ctx.db.folder.findMany({
      where: { id: { in: folderIds } },
      select: { id: true, parentId: true, name: true },
    });
    const files = await ctx.db.$queryRaw<SourceFile[]>`
      SELECT id, folder_id AS "folderId", companion_of_id AS "companionOfId", size_bytes AS "sizeBytes" FROM files
      WHERE trashed_at IS NULL AND purged_at IS NULL AND folder_id = ANY(${folderIds}::uuid[])
      UNION
      SELECT id, folder_id, companion_of_id, size_bytes FROM files WHERE id = ANY(${fileIds}::uuid[])`;
    const newIds = new Map([...folderIds, ...files.map(({ id }) => id)].map((id) => [id, randomUUID()]));
    const roots = new Set(below.map(({ rootId }) => rootId));
    const newId = (id: string | null) => (id === null ? null : (newIds.get(id) ?? null));
    const copies = folders.map(({ id, parentId, name }) => ({
      id: newId(id) ?? id,
      sourceId: id,
      parentId: roots.has(id) ? toFolderId : newId(parentId),
      name,
    }));
    return {
      roots: copies.filter(({ sourceId }) => roots.has(sourceId)),
      below: copies.filter(({ sourceId }) => !roots.has(sourceId)),
      files: files.map(({ id, folderId, companionOfId, sizeBytes }) => ({
        id: newId(id) ?? id,
        sourceId: id,
        folderId: newId(folderId) ?? toFolderId,
        companionOfId: newId(companionOfId),
        sizeBytes,
      })),
      chosenFiles: chosen.files.length,
    };
  });
}
