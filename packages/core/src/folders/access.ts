import type { LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";

/** @throws NOT_FOUND unless the folder is in this library and not in the trash; null is the top of the library */
export async function requireFolder(ctx: LibraryContext, folderId: string | null): Promise<void> {
  if (folderId === null) return;
  const folder = await ctx.db.folder.findFirst({
    where: { id: folderId, libraryId: ctx.access.libraryId, trashedAt: null },
    select: { id: true },
  });
  if (!folder) throw notFound("folder");
}
