import type { Context, LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import type { FileEventKind } from "./schema.ts";

/** Above this many files a page is told once that the library has changed: it would load everything anew one by one otherwise. */
const mostTold = 1_000;

/** Tells listeners of a library, once the running transaction has committed, what became of a file. */
export async function recordEvent(
  ctx: Transaction<Context>,
  event: { libraryId: string; kind: FileEventKind; fileId: string },
): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO events (library_id, kind, file_id)
    VALUES (${event.libraryId}::uuid, ${event.kind}, ${event.fileId}::uuid)`;
  ctx.afterCommit.news.add(event.libraryId);
}

/** Tells listeners what became of files, in one statement; of very many, that the library has changed. */
export async function recordFileEvents(
  ctx: Transaction<LibraryContext>,
  kind: FileEventKind,
  fileIds: readonly string[],
): Promise<void> {
  await recordFileEventsIn(ctx, ctx.access.libraryId, { kind, fileIds });
}

/** As `recordFileEvents`, where what runs was let into no library: a job. */
export async function recordFileEventsIn(
  ctx: Transaction<Context>,
  libraryId: string,
  { kind, fileIds }: { kind: FileEventKind; fileIds: readonly string[] },
): Promise<void> {
  if (fileIds.length === 0) return;
  if (fileIds.length > mostTold) {
    await ctx.db.$executeRaw`
      INSERT INTO events (library_id, kind) VALUES (${libraryId}::uuid, 'library.changed')`;
  } else {
    await ctx.db.$executeRaw`
      INSERT INTO events (library_id, kind, file_id)
      SELECT ${libraryId}::uuid, ${kind}, id FROM unnest(${fileIds}::uuid[]) AS id`;
  }
  ctx.afterCommit.news.add(libraryId);
}

/** Tells listeners whose folders are others now. @param folderIds those that hold them; null for the top of the library */
export async function recordFolderEvents(
  ctx: Transaction<LibraryContext>,
  folderIds: Iterable<string | null>,
): Promise<void> {
  const places = [...new Set(folderIds)];
  if (places.length === 0) return;
  const { libraryId } = ctx.access;
  await ctx.db.$executeRaw`
    INSERT INTO events (library_id, kind, folder_id)
    SELECT ${libraryId}::uuid, 'folders.changed', id FROM unnest(${places}::uuid[]) AS id`;
  ctx.afterCommit.news.add(libraryId);
}
