import type { Upload } from "@alcoves/db/models";
import { enterLibrary, requireAccount } from "../access/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { fileLabel } from "../files/index.ts";
import { ensureFolders } from "../folders/index.ts";
import { hasQuota, requireRoom } from "../libraries/index.ts";
import { transaction } from "../transaction.ts";
import { hasBegun } from "./has-begun.ts";
import { readModifiedAt } from "./modified-at.ts";
import { UploadMetadata } from "./schema.ts";

/**
 * Announces an upload: who, where to, how large. No byte is taken before this has said yes.
 * @param announced.sizeBytes `Upload-Length` (tus 1.0)
 * @throws INVALID for damaged metadata, TOO_LARGE above the limit or the quota, CONFLICT for an id that is taken, NOT_FOUND or
 *   FORBIDDEN as `enterLibrary`
 */
export async function beginUpload(
  ctx: Context,
  announced: { uploadId: string; sizeBytes: number; metadata: unknown },
): Promise<void> {
  const { userId } = requireAccount(ctx);
  const metadata = UploadMetadata.safeParse(announced.metadata);
  if (!metadata.success) {
    throw new DomainError("INVALID", "The upload does not say which library it is for, or has no name.");
  }
  const { maxUploadBytes } = ctx.services;
  if (announced.sizeBytes > maxUploadBytes) {
    throw new DomainError(
      "TOO_LARGE",
      `This file is larger than the ${maxUploadBytes} bytes this instance takes.`,
    );
  }
  const { libraryId, folderId, filename, path, modifiedAt } = metadata.data;
  const inside = await enterLibrary(ctx, libraryId, "upload files");
  const target = await ensureFolders(inside, { folderId: folderId ?? null, path });
  const upload = {
    id: announced.uploadId,
    libraryId,
    folderId: target,
    userId,
    name: fileLabel(filename),
    sizeBytes: BigInt(announced.sizeBytes),
    modifiedAt: readModifiedAt(modifiedAt, ctx.services.clock()),
  };
  if (!(await hasQuota(inside))) return keepUpload(inside, upload);
  await transaction(inside, async (ctx) => {
    await requireRoom(ctx, { sizeBytes: upload.sizeBytes, beside: "begun uploads" });
    await keepUpload(ctx, upload);
  });
}

type NewUpload = Omit<Upload, "fileId" | "createdAt" | "finishedAt">;

/** What was announced before and has not come in is announced again: its row may be all that a crash has left of it. */
async function keepUpload({ db }: Context, upload: NewUpload): Promise<void> {
  const kept = await db.$executeRaw`
    INSERT INTO uploads AS known (id, library_id, folder_id, user_id, name, size_bytes, modified_at)
    VALUES (${upload.id}, ${upload.libraryId}::uuid, ${upload.folderId}::uuid, ${upload.userId}::uuid, ${upload.name},
            ${upload.sizeBytes}::int8, ${upload.modifiedAt}::timestamptz)
    ON CONFLICT (id) DO UPDATE SET created_at = now()
    WHERE known.user_id = excluded.user_id AND known.library_id = excluded.library_id
      AND known.size_bytes = excluded.size_bytes AND known.finished_at IS NULL`;
  if (kept === 0) throw hasBegun();
}
