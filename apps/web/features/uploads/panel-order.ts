import type { UploadQueue } from "./queue.ts";
import type { UploadEntry, UploadState } from "./upload-entry.ts";

/** What needs eyes first: what moves, what needs a person, then what waits, then what is done. */
const order: readonly UploadState[] = [
  "uploading",
  "waiting",
  "failed",
  "lost",
  "paused",
  "hashing",
  "processing",
  "checked",
  "queued",
  "duplicate",
  "ready",
];

/** Orders uploads for the panel. Linear, for 50,000 of them several times a second. */
export function panelOrder(queue: UploadQueue): UploadEntry[] {
  const ordered: UploadEntry[] = [];
  for (const state of order) for (const entry of queue.in(state)) ordered.push(entry);
  return ordered;
}
