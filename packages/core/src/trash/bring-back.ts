import type { LibraryContext } from "../context.ts";
import { recordFileEvents, recordFolderEvents } from "../events/index.ts";
import { settleCompanions } from "../files/index.ts";
import type { PlacedFolder } from "../items/index.ts";
import type { Transaction } from "../transaction.ts";

/** A file with the place it is to have. */
interface PlacedFile {
  id: string;
  folderId: string | null;
  name: string;
}

/**
 * Takes items out of the trash and puts them where they are to be: folders with everything that went into the trash with them.
 * Whoever calls has seen to it that the places are there and the names are free.
 */
export async function bringBack(
  ctx: Transaction<LibraryContext>,
  { files, folders }: { files: readonly PlacedFile[]; folders: readonly PlacedFolder[] },
): Promise<void> {
  const folderIds = folders.map(({ id }) => id);
  await ctx.db.$executeRaw`
    UPDATE folders d SET trashed_at = NULL, parent_id = place.parent_id, name = place.name
    FROM unnest(${folderIds}::uuid[], ${folders.map(({ parentId }) => parentId)}::uuid[],
                ${folders.map(({ name }) => name)}::text[]) AS place(id, parent_id, name)
    WHERE d.id = place.id`;
  await ctx.db.$executeRaw`
    UPDATE folders SET trashed_at = NULL, trashed_with_id = NULL WHERE trashed_with_id = ANY(${folderIds}::uuid[])`;
  const along = await ctx.db.$queryRaw<{ id: string }[]>`
    UPDATE files SET trashed_at = NULL, trashed_with_id = NULL, updated_at = now()
    WHERE trashed_with_id = ANY(${folderIds}::uuid[]) AND purged_at IS NULL
    RETURNING id`;
  await ctx.db.$executeRaw`
    UPDATE files f SET trashed_at = NULL, folder_id = place.folder_id, name = place.name, updated_at = now()
    FROM unnest(${files.map(({ id }) => id)}::uuid[], ${files.map(({ folderId }) => folderId)}::uuid[],
                ${files.map(({ name }) => name)}::text[]) AS place(id, folder_id, name)
    WHERE f.id = place.id`;
  const ids = files.map(({ id }) => id);
  await settleCompanions(ctx, ids);
  await recordFileEvents(ctx, "file.created", [...ids, ...along.map(({ id }) => id)]);
  await recordFolderEvents(
    ctx,
    folders.map(({ parentId }) => parentId),
  );
}
