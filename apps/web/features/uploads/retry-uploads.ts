import type { AppRouter } from "@alcoves/api";
import type { TRPCClient } from "@trpc/client";
import { jobOrder } from "../files/file-state.ts";
import type { UploadEngine } from "./upload-engine.ts";
import type { UploadEntry } from "./upload-entry.ts";

/**
 * Sends a failed upload again, or, when its bytes are on the server, asks there for the jobs that failed.
 * What the server answers to that shows by the library's events.
 */
export async function retryUpload(
  client: TRPCClient<AppRouter>,
  engine: UploadEngine,
  entry: UploadEntry,
): Promise<void> {
  const { entryId, fileId, target } = entry;
  const { libraryId } = target;
  engine.retry(entryId);
  if (fileId === null) return;
  try {
    const [file] = await client.files.some.query({ libraryId, fileIds: [fileId] });
    const failed = jobOrder.filter((job) => file?.jobs?.[job].status === "failed");
    for (const job of failed) await client.files.retryJob.mutate({ libraryId, fileId, job });
  } catch (error) {
    engine.tell(entryId, { type: "failed", error: error instanceof Error ? error.message : String(error) });
  }
}

/** Retries every upload that failed, one request after the other. */
export async function retryAllUploads(client: TRPCClient<AppRouter>, engine: UploadEngine): Promise<void> {
  const processed = [...engine.queue.in("failed")].filter(({ fileId }) => fileId !== null);
  await engine.retryAll();
  for (const entry of processed) await retryUpload(client, engine, entry);
}
