import { smallUploadBytes, uploadChunkBytes, uploadedFileHeader } from "@alcoves/core/uploads/schema";
import { DetailedError, type HttpResponse, Upload } from "tus-js-client";
import { judgeFailure, retryDelayMs } from "./explain-failure.ts";
import type { UploadEntry } from "./upload-entry.ts";

/** Where uploads go (tus 1.0). */
export const uploadEndpoint = "/api/tus";

/** Progress is told this often at most, ms: a hundred times a second serves nobody. */
const progressEveryMs = 200;

/** Attempts after passing troubles that bring no byte further, before the person is told. */
const fruitlessAttempts = 6;

/** What a transfer tells as it goes on. */
export interface TransferListener {
  onProgress(sentBytes: number): void;
  /** No connection; it tries again by itself. */
  onInterrupted(): void;
  /** `fileId` is null when the server did not say what the upload became. */
  onArrived(fileId: string | null): void;
  /** `sentence` is the server's, null when it gave none. */
  onFailed(sentence: string | null): void;
  /** The file on this computer changed or went away, so that it cannot be read any more. */
  onUnreadable(): void;
}

/** A file being sent. */
export interface Transfer {
  /** Stops and keeps what was sent. */
  stop(): void;
  /** Tries again at once when it is waiting for the network. */
  nudge(): void;
}

/** Sends a file, going on from where its upload stands, until it arrives, fails for good or is stopped. */
export function startTransfer(entry: UploadEntry, file: File, listener: TransferListener): Transfer {
  let stopped = false;
  let attempt = 0;
  let toldAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;

  const again = () => {
    clearTimeout(timer);
    waiting = false;
    if (stopped) return;
    // The answer may be what was lost: the server is asked what it has, and told anew when it has nothing.
    upload.url = addressOf(entry.entryId);
    upload.start();
  };
  const later = () => {
    waiting = true;
    timer = setTimeout(again, retryDelayMs(attempt));
    attempt += 1;
  };
  const judge = async (error: Error | DetailedError) => {
    if (stopped) return;
    if (!(await isReadable(file))) return listener.onUnreadable();
    const verdict = judgeFailure(failureOf(error));
    if (stopped) return;
    if (verdict.kind === "offline") {
      listener.onInterrupted();
      later();
    } else if (verdict.kind === "again" && attempt < fruitlessAttempts) later();
    else listener.onFailed(verdict.kind === "final" ? verdict.sentence : null);
  };

  const upload = new Upload(file, {
    endpoint: uploadEndpoint,
    uploadUrl: entry.hasBegun ? addressOf(entry.entryId) : null,
    uploadDataDuringCreation: file.size > 0 && file.size <= smallUploadBytes,
    chunkSize: uploadChunkBytes,
    metadata: metadataOf(entry),
    // Both are kept by us: what has begun with the queue, the attempts by what the failure means.
    storeFingerprintForResuming: false,
    retryDelays: null,
    onProgress: (sentBytes) => {
      const now = performance.now();
      if (stopped || now - toldAt < progressEveryMs) return;
      toldAt = now;
      listener.onProgress(sentBytes);
    },
    onChunkComplete: () => {
      attempt = 0;
    },
    onSuccess: ({ lastResponse }) => {
      if (!stopped) listener.onArrived(fileIdIn(lastResponse));
    },
    onError: (error) => void judge(error),
  });
  upload.start();

  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      void upload.abort();
    },
    nudge: () => {
      if (waiting) again();
    },
  };
}

/** Asks the server to forget an upload; when that fails its own upkeep does so later. */
export async function forgetUpload(entryId: string): Promise<void> {
  await Upload.terminate(addressOf(entryId), { retryDelays: [1000, 5000] }).catch(() => undefined);
}

/** An entry's id is its upload's too, so that its address is known before the server has answered. */
const addressOf = (entryId: string): string => `${uploadEndpoint}/${entryId}`;

function metadataOf({ entryId, target, filename, path, lastModified }: UploadEntry): Record<string, string> {
  const { libraryId, folderId } = target;
  return {
    uploadId: entryId,
    libraryId,
    ...(folderId === null ? {} : { folderId }),
    filename,
    path,
    modifiedAt: String(lastModified),
  };
}

const fileIdIn = (response: HttpResponse): string | null => response.getHeader(uploadedFileHeader) || null;

function failureOf(error: Error | DetailedError) {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  return response ? { status: response.getStatus(), body: response.getBody() } : { status: 0, body: "" };
}

/** A failed read looks like a lost connection, so the file itself is asked. */
async function isReadable(file: File): Promise<boolean> {
  return await file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}
