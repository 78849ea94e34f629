import type { Upload } from "@alcoves/db/models";
import { enterLibrary, requireAccount } from "../access/index.ts";
import type { Context, LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { UploadId } from "./schema.ts";

/** @returns whether the text can be an upload id at all: anything else is refused before it meets a path or a query */
export function isUploadId(text: string | null | undefined): text is string {
  return UploadId.safeParse(text).success;
}

const statement = {
  name: "upload-of-user",
  text: `
    SELECT id, library_id AS "libraryId", folder_id AS "folderId", user_id AS "userId", file_id AS "fileId", name,
           size_bytes AS "sizeBytes", modified_at AS "modifiedAt", created_at AS "createdAt", finished_at AS "finishedAt"
    FROM uploads WHERE id = $1 AND user_id = $2`,
};

/**
 * Opens an upload to the one who began it, while they may still upload to its library.
 * @throws NOT_FOUND for every other: an upload of someone else cannot be told from none
 */
export async function requireUpload(
  ctx: Context,
  uploadId: string,
): Promise<{ ctx: LibraryContext; upload: Upload }> {
  const { userId } = requireAccount(ctx);
  if (!isUploadId(uploadId)) throw notFound("upload");
  const [row] = await ctx.sql.read<Omit<Upload, "sizeBytes"> & { sizeBytes: string }>(statement, [
    uploadId,
    userId,
  ]);
  if (!row) throw notFound("upload");
  const upload = { ...row, sizeBytes: BigInt(row.sizeBytes) };
  return { ctx: await enterLibrary(ctx, upload.libraryId, "upload files"), upload };
}
