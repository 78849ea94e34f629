import { requireSession } from "../access/index.ts";
import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { transaction } from "../transaction.ts";
import { lockLibrary } from "./lock.ts";
import { RemoveLibrary } from "./schema.ts";

/**
 * Deletes a library that holds no files any more, for good.
 * @param input.name typed as confirmation
 * @throws INVALID when the name is another, CONFLICT while it holds files, those in the trash included, or is a personal one
 */
export async function removeLibrary(ctx: LibraryContext, input: RemoveLibrary): Promise<void> {
  requireSession(ctx);
  const { name: typed } = RemoveLibrary.parse(input);
  const { libraryId } = ctx.access;
  await transaction(ctx, async (ctx) => {
    const { name, isPersonal } = await lockLibrary(ctx);
    if (isPersonal) throw new DomainError("CONFLICT", "Your personal library stays as long as your account.");
    if (typed.trim() !== name) {
      throw new DomainError("INVALID", `Type the name of the library, “${name}”, to delete it.`);
    }
    // Keeps new files out from here on; one that came in before is seen by the count.
    await ctx.db.$executeRaw`SELECT FROM libraries WHERE id = ${libraryId}::uuid FOR UPDATE`;
    const files = await ctx.db.file.count({ where: { libraryId } });
    if (files > 0) {
      throw new DomainError(
        "CONFLICT",
        "This library still holds files, perhaps in its trash. Move or delete them first.",
      );
    }
    await recordAudit(ctx, "library.deleted", { libraryId });
    await removeFolders(ctx);
    await ctx.db.library.delete({ where: { id: libraryId } });
    ctx.afterCommit.news.add(libraryId);
  });
}

/** Folders hold each other: one statement checks its foreign keys when all of them are gone. */
async function removeFolders({ db, access }: LibraryContext): Promise<void> {
  await db.$executeRaw`DELETE FROM folders WHERE library_id = ${access.libraryId}::uuid`;
}
