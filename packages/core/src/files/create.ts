import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { recordEvent } from "../events/index.ts";
import { meetCopies } from "../likeness/index.ts";
import type { Transaction } from "../transaction.ts";
import { pairSidecar } from "./pair-sidecar.ts";
import { requestFirstJobs } from "./request-first-jobs.ts";
import type { FileKind } from "./schema.ts";

/** A file whose bytes are complete in storage. */
export interface NewFile {
  fileId: string;
  folderId: string | null;
  name: string;
  kind: FileKind;
  mimeType: string;
  sizeBytes: number;
  /** When it was last changed where it came from; null when its uploader did not say. */
  modifiedAt: Date | null;
  /** Null when the bytes still have to be hashed. */
  sha256: Buffer | null;
}

/**
 * Gives a complete blob its row, its first jobs and its entry in the activity, all in the running transaction.
 * Idempotent by `fileId`. @returns false when the row was there already
 */
export async function createFile(ctx: Transaction<LibraryContext>, file: NewFile): Promise<boolean> {
  const { fileId, sha256 } = file;
  const { libraryId } = ctx.access;
  const uploadedById = "userId" in ctx.principal ? ctx.principal.userId : null;
  // Of a row this wide Prisma's own insert costs several times what the rest of an upload's transaction does.
  const created = await ctx.db.$executeRaw`
    INSERT INTO files (id, library_id, folder_id, uploaded_by_id, name, kind, mime_type, size_bytes, sha256, modified_at)
    VALUES (${fileId}::uuid, ${libraryId}::uuid, ${file.folderId}::uuid, ${uploadedById}::uuid, ${file.name},
            ${file.kind}::file_kind, ${file.mimeType}, ${file.sizeBytes}::int8, ${sha256 && new Uint8Array(sha256)}::bytea,
            ${file.modifiedAt}::timestamptz)
    ON CONFLICT DO NOTHING`;
  if (created === 0) return false;
  await pairSidecar(ctx, { fileId, libraryId, folderId: file.folderId, name: file.name, kind: file.kind });
  await requestFirstJobs(ctx, [{ fileId, kind: file.kind, isHashed: sha256 !== null }]);
  await recordActivity(ctx, "file.uploaded", { fileId, name: file.name });
  await recordEvent(ctx, { libraryId, kind: "file.created", fileId });
  if (sha256) await meetCopies(ctx, { fileId, libraryId, sha256 });
  return true;
}
