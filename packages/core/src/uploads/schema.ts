import { z } from "zod";
import { InLibrary } from "../libraries/schema.ts";

/**
 * An upload's id, 128 random bits. Whoever sends a file may choose it, and so knows its address before the server has answered: an answer
 * that is lost on its way then makes no second file.
 */
export const UploadId = z.string().regex(/^[0-9a-f]{32}$/, "An upload's id is 32 digits in lower-case hex.");

/**
 * What the client says of an upload in `Upload-Metadata` (tus 1.0, creation extension): names only, all checked.
 * `path` is the folder path inside a dropped folder, slash separated, without the file's own name.
 */
export const UploadMetadata = z.object({
  uploadId: UploadId.optional(),
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

/** Bytes up to which a file is sent along with its announcement: few enough that a refusal may come after them. */
export const smallUploadBytes = 8 * 1024 * 1024;

/** Header of the last PATCH, and of HEAD once complete, that names the file an upload became. */
export const uploadedFileHeader = "alcoves-file-id";

const SizeBytes = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/** Most sizes in one `KnownSizes`. */
export const mostSizesAtOnce = 2_000;

/** Sizes of files that are about to be sent: only where a file has the same size can the bytes be the same. */
export const KnownSizes = InLibrary.extend({
  sizes: z.array(SizeBytes).min(1).max(mostSizesAtOnce),
});
export type KnownSizes = z.infer<typeof KnownSizes>;

/** Most files in one `KnownFiles`. */
export const mostFilesAtOnce = 500;

/** Files that are about to be sent, by what is in them. */
export const KnownFiles = InLibrary.extend({
  files: z
    .array(
      z.object({
        /** Lower-case hex. */
        sha256: z.string().regex(/^[0-9a-f]{64}$/, "A SHA-256 is 64 digits in lower-case hex."),
        sizeBytes: SizeBytes,
      }),
    )
    .min(1)
    .max(mostFilesAtOnce),
});
export type KnownFiles = z.infer<typeof KnownFiles>;

/** A file of the library whose bytes are those that were asked about. */
export interface KnownFile {
  /** Lower-case hex. */
  sha256: string;
  sizeBytes: number;
  /** The file to show: of a companion, the one it accompanies. */
  fileId: string;
  name: string;
  /** Null at the top of the library. */
  folder: { folderId: string; name: string } | null;
}
