import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import { forgetFolders } from "./forget-folders.ts";

/** What a purge took. */
interface Purged {
  /** Files and folders that the trash showed. */
  shown: number;
  /** Files, those in folders and companions included. */
  files: number;
}

/** Deletes for good what went into the trash of a library before an instant, in the running transaction. */
export async function purgeBefore(ctx: Transaction<LibraryContext>, before: Date): Promise<Purged> {
  const { libraryId } = ctx.access;
  const here = { libraryId, trashedWithId: null, trashedAt: { lt: before } } as const;
  const folders = await ctx.db.folder.findMany({ where: here, select: { id: true } });
  const shown = await ctx.db.file.count({ where: { ...here, purgedAt: null, companionOfId: null } });
  const { count } = await ctx.db.file.updateMany({
    where: { ...here, purgedAt: null },
    data: { purgedAt: ctx.services.clock() },
  });
  const inside = await forgetFolders(
    ctx,
    folders.map(({ id }) => id),
  );
  return { shown: shown + folders.length, files: count + inside };
}
