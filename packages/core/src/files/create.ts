import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { recordEvent } from "../events/index.ts";
import { requestJobs } from "../processing/index.ts";
import type { Transaction } from "../transaction.ts";
import { firstJobs, jobOf } from "./jobs-of-kind.ts";
import type { FileKind } from "./schema.ts";

/** A file whose bytes are complete in storage. */
export interface NewFile {
  fileId: string;
  folderId: string | null;
  name: string;
  kind: FileKind;
  mimeType: string;
  sizeBytes: number;
  /** Null when the bytes still have to be hashed. */
  sha256: Buffer | null;
}

/**
 * Gives a complete blob its row, its first jobs and its entry in the activity, all in the running transaction.
 * Idempotent by `fileId`. @returns false when the row was there already
 */
export async function createFile(ctx: Transaction<LibraryContext>, file: NewFile): Promise<boolean> {
  const { fileId, sha256, sizeBytes, ...rest } = file;
  const { libraryId } = ctx.access;
  const uploadedById = "userId" in ctx.principal ? ctx.principal.userId : null;
  const { count } = await ctx.db.file.createMany({
    data: {
      ...rest,
      id: fileId,
      libraryId,
      uploadedById,
      sizeBytes: BigInt(sizeBytes),
      sha256: sha256 ? new Uint8Array(sha256) : null,
    },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  for (const job of firstJobs[file.kind]) await requestJobs(ctx, jobOf[job], [fileId]);
  if (!sha256) await requestJobs(ctx, jobOf.hash, [fileId]);
  await recordActivity(ctx, "file.uploaded", { fileId, name: file.name });
  await recordEvent(ctx, { libraryId, kind: "file.created", fileId });
  return true;
}
