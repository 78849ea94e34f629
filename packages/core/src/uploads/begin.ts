import { enterLibrary, requireAccount } from "../access/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { fileLabel } from "../files/index.ts";
import { ensureFolders } from "../folders/index.ts";
import { hasQuota, requireRoom } from "../libraries/index.ts";
import { transaction } from "../transaction.ts";
import { readModifiedAt } from "./modified-at.ts";
import { UploadMetadata } from "./schema.ts";

/**
 * Announces an upload: who, where to, how large. No byte is taken before this has said yes.
 * @param announced.sizeBytes `Upload-Length` (tus 1.0)
 * @throws INVALID for damaged metadata, TOO_LARGE above the limit or the quota, NOT_FOUND or FORBIDDEN as `enterLibrary`
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
  // Where nothing is counted, nobody has to wait for a count: files of a folder come in by the thousand.
  if (!(await hasQuota(inside))) return void (await inside.db.upload.create({ data: upload }));
  await transaction(inside, async (ctx) => {
    await requireRoom(ctx, { sizeBytes: upload.sizeBytes, beside: "begun uploads" });
    await ctx.db.upload.create({ data: upload });
  });
}
