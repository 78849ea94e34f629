import { recordAudit } from "../audit/index.ts";
import type { LibraryContext } from "../context.ts";
import { transaction } from "../transaction.ts";
import { getLibrarySettings } from "./get-settings.ts";
import { type LibrarySettings, UpdateLibrary } from "./schema.ts";

/** Changes some of a library's settings; the others stay. @returns all of them after the change */
export async function updateLibrary(ctx: LibraryContext, input: UpdateLibrary): Promise<LibrarySettings> {
  const { libraryId: _, ...changes } = UpdateLibrary.parse(input);
  const { libraryId } = ctx.access;
  return transaction(ctx, async (ctx) => {
    await recordAudit(ctx, "library.changed", { libraryId, ...changes });
    await ctx.db.library.update({ where: { id: libraryId }, data: changes });
    return getLibrarySettings(ctx);
  });
}
