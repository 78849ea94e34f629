import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Transaction } from "../transaction.ts";
import { lockTree } from "./lock-tree.ts";

/** @throws NOT_FOUND unless the folder is in this library and not in the trash; null is the top of the library */
export async function requireFolder(ctx: LibraryContext, folderId: string | null): Promise<void> {
  if (folderId !== null && !(await isLive(ctx, folderId))) throw notFound("folder");
}

/**
 * Says where something may come in that is on its way to a folder, and keeps the folder there until the running transaction ends.
 * @returns the top of the library when the folder has gone into the trash meanwhile, or for good: what people add is not lost
 */
export async function landingPlace(
  ctx: Transaction<LibraryContext>,
  folderId: string | null,
): Promise<string | null> {
  await lockTree(ctx, ctx.access.libraryId, "to add");
  return folderId !== null && (await isLive(ctx, folderId)) ? folderId : null;
}

async function isLive(ctx: LibraryContext, folderId: string): Promise<boolean> {
  const folder = await ctx.db.folder.findFirst({
    where: { id: folderId, libraryId: ctx.access.libraryId, trashedAt: null },
    select: { id: true },
  });
  return folder !== null;
}
