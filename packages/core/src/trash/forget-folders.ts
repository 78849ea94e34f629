import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Deletes folders in the trash for good, with the folders and files that went there with them. What was in the trash before stays,
 * and would come back to the top of the library.
 * @param rootIds those that are in the trash by themselves
 * @returns how many files that were, companions included
 */
export async function forgetFolders(
  ctx: Transaction<LibraryContext>,
  rootIds: readonly string[],
): Promise<number> {
  if (rootIds.length === 0) return 0;
  const count = await ctx.db.$executeRaw`
    UPDATE files SET purged_at = ${ctx.services.clock()}, folder_id = NULL, trashed_with_id = NULL
    WHERE trashed_with_id = ANY(${rootIds}::uuid[]) AND purged_at IS NULL`;
  const gone = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM folders WHERE id = ANY(${rootIds}::uuid[]) OR trashed_with_id = ANY(${rootIds}::uuid[]) FOR UPDATE`;
  const ids = gone.map(({ id }) => id);
  await ctx.db.$executeRaw`UPDATE files SET folder_id = NULL WHERE folder_id = ANY(${ids}::uuid[])`;
  await ctx.db.$executeRaw`
    UPDATE files SET trashed_with_id = NULL WHERE trashed_with_id = ANY(${ids}::uuid[])`;
  await ctx.db.$executeRaw`
    UPDATE folders SET parent_id = NULL WHERE parent_id = ANY(${ids}::uuid[]) AND id <> ALL(${ids}::uuid[])`;
  // Folders hold each other: one statement checks its foreign keys when all of them are gone.
  await ctx.db.$executeRaw`DELETE FROM folders WHERE id = ANY(${ids}::uuid[])`;
  return count;
}
