import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { mayChange } from "../files/index.ts";

/** The parts of a file that its transcript is written by. */
interface TranscribedFile {
  id: string;
  name: string;
}

/**
 * A file whose transcript the principal may change.
 * @throws NOT_FOUND for a file of another library or in the trash, INVALID for one without sound, FORBIDDEN for somebody else's
 */
export async function findOwnFile(ctx: LibraryContext, fileId: string): Promise<TranscribedFile> {
  const file = await ctx.db.file.findFirst({
    where: { id: fileId, libraryId: ctx.access.libraryId, trashedAt: null, companionOfId: null },
    select: { id: true, name: true, kind: true, uploadedById: true },
  });
  if (!file) throw notFound("file");
  if (file.kind !== "video" && file.kind !== "audio")
    throw new DomainError("INVALID", "Only videos and sounds have a transcript.");
  requireOwn(ctx, file);
  return file;
}

/** @throws FORBIDDEN to those who may not change the file */
export function requireOwn(ctx: LibraryContext, file: { uploadedById: string | null }): void {
  if (mayChange(ctx, file)) return;
  throw new DomainError(
    "FORBIDDEN",
    "This file was uploaded by somebody else. Ask them or an admin of the library.",
  );
}
