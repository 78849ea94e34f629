import type { UploadMetadata } from "@alcoves/api";
import { Upload, type UploadOptions } from "tus-js-client";

/** What is uploaded, and where to. */
export interface UploadRequest {
  /** A file of the browser, bytes, or in Node a readable stream of a known size. */
  source: ConstructorParameters<typeof Upload>[0];
  /** Its name, a label. */
  name: string;
  libraryId: string;
  folderId?: string;
  /** Folders to make below, slash separated. */
  path?: string;
  /** When it was last changed; default what a `File` says of itself. Tells when it was captured if nothing else does. */
  modifiedAt?: Date;
  /** Needed for streams: bytes. */
  sizeBytes?: number;
  /** Told how much has arrived, bytes. */
  onProgress?: (sentBytes: number, totalBytes: number) => void;
}

/** Bytes of one request: an upload that breaks off loses at most these. */
const chunkBytes = 50 * 1024 * 1024;
/** Header in which the server names the file an upload became. */
const fileIdHeader = "alcoves-file-id";
/** Waits between tries of one request, ms. */
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000];

/** Uploads by tus 1.0. @throws the server's refusal, or the loss of the line after five tries */
export function uploadFile({
  url,
  headers,
  request,
}: {
  url: string;
  headers: Record<string, string>;
  request: UploadRequest;
}): Promise<string> {
  const { source, name, libraryId, folderId, path, sizeBytes, onProgress } = request;
  const modifiedAt = request.modifiedAt ? String(request.modifiedAt.getTime()) : lastModifiedOf(source);
  const said = { libraryId, filename: name, folderId, path, modifiedAt } satisfies UploadMetadata;
  const metadata: Record<string, string> = {};
  for (const [field, value] of Object.entries(said)) if (value) metadata[field] = value;
  return new Promise((resolve, reject) => {
    const options: UploadOptions = {
      endpoint: new URL("/api/tus", url).href,
      chunkSize: chunkBytes,
      retryDelays,
      headers,
      metadata,
      uploadSize: sizeBytes,
      onProgress: onProgress ? (sent, total) => onProgress(sent, total ?? 0) : undefined,
      onError: reject,
      onSuccess({ lastResponse }) {
        const fileId = lastResponse.getHeader(fileIdHeader);
        if (fileId) resolve(fileId);
        else reject(new Error("The server took the upload and did not say which file it became."));
      },
    };
    new Upload(source, options).start();
  });
}

function lastModifiedOf(source: UploadRequest["source"]): string | undefined {
  return typeof File !== "undefined" && source instanceof File ? String(source.lastModified) : undefined;
}
