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
/** Bytes up to which a file goes along with its announcement. */
const smallBytes = 8 * 1024 * 1024;
/** Header in which the server names the file an upload became. */
const fileIdHeader = "alcoves-file-id";
/** Refusals that pass: another request is at the upload, or it has begun already (tus 1.0). */
const passing = new Set([409, 423]);
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
  const { source, name, libraryId, folderId, path, onProgress } = request;
  const sizeBytes = request.sizeBytes ?? sizeOf(source);
  const endpoint = new URL("/api/tus", url).href;
  const uploadId = newUploadId();
  const modifiedAt = request.modifiedAt ? String(request.modifiedAt.getTime()) : lastModifiedOf(source);
  const said = { uploadId, libraryId, filename: name, folderId, path, modifiedAt } satisfies UploadMetadata;
  const metadata: Record<string, string> = {};
  for (const [field, value] of Object.entries(said)) if (value) metadata[field] = value;
  return new Promise((resolve, reject) => {
    const options: UploadOptions = {
      endpoint,
      chunkSize: chunkBytes,
      uploadDataDuringCreation: sizeBytes !== null && sizeBytes > 0 && sizeBytes <= smallBytes,
      retryDelays,
      onShouldRetry({ originalResponse }) {
        // The answer may be what was lost: the server is asked what it has, and told anew when it has nothing.
        upload.url = `${endpoint}/${uploadId}`;
        const status = originalResponse?.getStatus() ?? 0;
        return status < 400 || status >= 500 || passing.has(status);
      },
      headers,
      metadata,
      uploadSize: request.sizeBytes,
      onProgress: onProgress ? (sent, total) => onProgress(sent, total ?? 0) : undefined,
      onError: reject,
      onSuccess({ lastResponse }) {
        const fileId = lastResponse.getHeader(fileIdHeader);
        if (fileId) resolve(fileId);
        else reject(new Error("The server took the upload and did not say which file it became."));
      },
    };
    const upload = new Upload(source, options);
    upload.start();
  });
}

function lastModifiedOf(source: UploadRequest["source"]): string | undefined {
  return typeof File !== "undefined" && source instanceof File ? String(source.lastModified) : undefined;
}

/** @returns bytes; null for a stream, which says nothing of its size */
function sizeOf(source: UploadRequest["source"]): number | null {
  if (source instanceof Blob) return source.size;
  return ArrayBuffer.isView(source) ? source.byteLength : null;
}

/** 128 random bits: whoever chooses the id of an upload knows its address before the server has answered. */
function newUploadId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
