import { access, rm } from "node:fs/promises";
import type { Upload } from "@alcoves/db/models";
import { BlobExists, originalKey, stagingPath } from "@alcoves/storage";
import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { createFile, type SniffedType, sniffFile } from "../files/index.ts";
import { landingPlace } from "../folders/index.ts";
import { hasQuota, requireRoom } from "../libraries/index.ts";
import { scratchPath } from "../scratch.ts";
import { transaction } from "../transaction.ts";
import { abandonUpload } from "./abandon.ts";

/**
 * Turns a completely received upload into a file: the bytes move into storage, whole, and then the row appears.
 * Idempotent, and goes on from wherever a crash left it: bytes still in staging, or moved but without a row.
 * @param sha256 null when the bytes were not seen by this process; a job hashes them then
 * @throws UNAVAILABLE when the bytes are neither in staging nor in storage, TOO_LARGE when the library has no room any more
 */
export async function finishUpload(
  ctx: LibraryContext,
  upload: Upload,
  sha256: Buffer | null,
): Promise<{ fileId: string }> {
  const { fileId, libraryId, name, modifiedAt } = upload;
  if (upload.finishedAt) return { fileId };
  const { services } = ctx;
  const key = originalKey({ libraryId, fileId });
  const staged = stagingPath(services.dataPath, upload.id);
  // Before the bytes move: an S3 server would have to send them back for it.
  const sniffed = await sniffStaged(staged);
  if (sniffed) await adopt(ctx, staged, upload);
  const stored = await services.storage.stat(key);
  if (stored?.sizeBytes !== Number(upload.sizeBytes)) {
    throw new DomainError("UNAVAILABLE", "The server lost a part of this upload. Upload the file again.");
  }
  const type = sniffed ?? (await sniffStored(ctx, key));
  const limited = await hasQuota(ctx);
  await transaction(ctx, async (ctx) => {
    const folderId = await landingPlace(ctx, upload.folderId);
    if (limited) await requireRoom(ctx, { sizeBytes: upload.sizeBytes, beside: "nothing" });
    const { sizeBytes } = stored;
    await createFile(ctx, { ...type, fileId, folderId, name, sizeBytes, modifiedAt, sha256 });
    await ctx.db.$executeRaw`
      UPDATE uploads SET finished_at = ${services.clock()}::timestamptz WHERE id = ${upload.id}`;
  }).catch((error: unknown) => forgetWithoutRoom(ctx, upload, error));
  // What tus knew of the upload; the row knows more from now on.
  await rm(`${staged}.json`, { force: true });
  return { fileId };
}

/** @returns null when the bytes have left staging already */
async function sniffStaged(staged: string): Promise<SniffedType | null> {
  try {
    return await sniffFile(staged);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

async function sniffStored({ services }: LibraryContext, key: string): Promise<SniffedType> {
  const original = await services.storage.localPath(key, scratchPath(services));
  return sniffFile(original.path).finally(() => original.dispose());
}

/** The quota was lowered while the bytes came in: there is no room any more, and nothing is left of them. */
async function forgetWithoutRoom(ctx: LibraryContext, upload: Upload, error: unknown): Promise<never> {
  if (error instanceof DomainError && error.code === "TOO_LARGE") {
    await abandonUpload(ctx, upload);
    await ctx.services.storage.remove(originalKey(upload));
  }
  throw error;
}

/**
 * Moves the bytes to their place, which is never written twice. Another process at the same upload may be first: then the
 * bytes are where they belong, which `stat` tells.
 */
async function adopt(
  { services }: Pick<LibraryContext, "services">,
  staged: string,
  upload: Upload,
): Promise<void> {
  const { storage } = services;
  const key = originalKey(upload);
  try {
    await storage.adopt(staged, key, { ifAbsent: true });
  } catch (error) {
    if (error instanceof BlobExists) {
      // A crash between the two names of one file, or before staging was cleared: the blob is this upload's and no other's.
      const stored = await storage.stat(key);
      if (stored?.sizeBytes === Number(upload.sizeBytes)) return rm(staged, { force: true });
      // What an S3 server kept of a write that failed was never a file's original.
      await storage.remove(key);
      return adopt({ services }, staged, upload);
    }
    if (await exists(staged)) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false, // missing is an answer here
  );
}
