import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";

/** The parts of a file that comments are checked against. */
export interface CommentedFile {
  id: string;
  name: string;
  kind: string;
  durationMs: number | null;
}

/** @throws NOT_FOUND for a file of another library, in the trash, or that only accompanies another */
export async function findCommentedFile(ctx: LibraryContext, fileId: string): Promise<CommentedFile> {
  const file = await ctx.db.file.findFirst({
    where: { id: fileId, libraryId: ctx.access.libraryId, trashedAt: null, companionOfId: null },
    select: { id: true, name: true, kind: true, durationMs: true },
  });
  if (!file) throw notFound("file");
  return file;
}

/** @throws INVALID for a time in what has none, or after the end */
export function requireTime({ kind, durationMs }: CommentedFile, atMs: number | null): void {
  if (atMs === null) return;
  if (kind !== "video" && kind !== "audio")
    throw new DomainError("INVALID", "Only videos and sounds have times. Comment on the whole file.");
  if (durationMs !== null && atMs > durationMs)
    throw new DomainError("INVALID", "This time is after the end of the file. Choose an earlier one.");
}
