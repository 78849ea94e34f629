import { z } from "zod";

/**
 * What the client says of an upload in `Upload-Metadata` (tus 1.0, creation extension): names only, all checked.
 * `path` is the folder path inside a dropped folder, slash separated, without the file's own name.
 */
export const UploadMetadata = z.object({
  libraryId: z.uuid(),
  folderId: z.uuid().nullish(),
  filename: z.string().min(1),
  path: z
    .string()
    .max(4096)
    .nullish()
    .transform((path) => path ?? ""),
  /** When the file was last changed, ms since 1970 as `File.lastModified`; dropped when it makes no sense. */
  modifiedAt: z.string().nullish().catch(null),
});
export type UploadMetadata = z.infer<typeof UploadMetadata>;

/** Bytes a client sends in one PATCH request. */
export const uploadChunkBytes = 50 * 1024 * 1024;

/** Header of the last PATCH, and of HEAD once complete, that names the file an upload became. */
export const uploadedFileHeader = "alcoves-file-id";
