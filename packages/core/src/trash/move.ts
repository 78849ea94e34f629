import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import type { EventKind } from "../events/schema.ts";
import { mayChange } from "../files/index.ts";
import type { Transaction } from "../transaction.ts";

/** A row that a move is about. */
interface MovedRow {
  id: string;
  name: string;
  uploadedById: string | null;
  companionOfId: string | null;
}

/**
 * Locks files of a library with what accompanies them, and refuses the whole act for one that is not where it should be.
 * Locked in the order of their ids, so that two acts on the same files wait for each other.
 * @returns the files asked for and their companions
 * @throws NOT_FOUND for a file that is missing, of another library or on the other side of the trash; FORBIDDEN for another's
 */
export async function lockFiles(
  ctx: Transaction<LibraryContext>,
  fileIds: readonly string[],
  { where }: { where: "library" | "trash" },
): Promise<MovedRow[]> {
  const { libraryId } = ctx.access;
  const wanted = new Set(fileIds);
  const rows = await ctx.db.$queryRaw<MovedRow[]>`
    SELECT id, name, uploaded_by_id AS "uploadedById", companion_of_id AS "companionOfId" FROM files
    WHERE library_id = ${libraryId}::uuid AND purged_at IS NULL
      AND (trashed_at IS NOT NULL) = ${where === "trash"}
      AND (id = ANY(${[...wanted]}::uuid[]) OR companion_of_id = ANY(${[...wanted]}::uuid[]))
    ORDER BY id FOR UPDATE`;
  const asked = rows.filter(({ id }) => wanted.has(id));
  if (asked.length < wanted.size) throw notFound("file");
  if (!asked.every((row) => mayChange(ctx, row))) {
    throw new DomainError("FORBIDDEN", "You may change only what you uploaded. Ask an admin of the library.");
  }
  return rows;
}

/** Tells listeners what became of files, in one statement. */
export async function recordEvents(
  ctx: Transaction<LibraryContext>,
  kind: EventKind,
  fileIds: readonly string[],
): Promise<void> {
  const { libraryId } = ctx.access;
  await ctx.db.$executeRaw`
    INSERT INTO events (library_id, kind, file_id)
    SELECT ${libraryId}::uuid, ${kind}, id FROM unnest(${fileIds}::uuid[]) AS id`;
  ctx.afterCommit.news.add(libraryId);
}
