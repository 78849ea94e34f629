import type { SameFile, UploadEntry, UploadState } from "./upload-entry.ts";

/** What can happen to an upload. */
export type UploadChange =
  | { type: "hashing" }
  | { type: "checked" }
  | { type: "found"; sameAs: SameFile }
  | { type: "started" }
  | { type: "progressed"; sentBytes: number }
  | { type: "interrupted" }
  | { type: "arrived"; fileId: string | null }
  | { type: "processed"; percent: number }
  | { type: "finished" }
  | { type: "failed"; error: string }
  | { type: "lost" }
  | { type: "paused" }
  | { type: "resumed" }
  | { type: "retried" };

/** States in which it is not known yet whether the library has the file. */
export const uncheckedStates: readonly UploadState[] = ["queued", "hashing"];

/** States in which bytes are still to be sent by this page without anyone's help. */
export const openStates: readonly UploadState[] = [...uncheckedStates, "checked", "uploading", "waiting"];

/** @returns the upload after a change, the same one when the change comes too late to mean anything */
export function changeEntry(entry: UploadEntry, change: UploadChange): UploadEntry {
  switch (change.type) {
    case "hashing":
      return entry.state === "queued" ? { ...entry, state: "hashing" } : entry;
    case "checked":
      return uncheckedStates.includes(entry.state) ? { ...entry, state: "checked" } : entry;
    case "found":
      if (!uncheckedStates.includes(entry.state)) return entry;
      return { ...entry, state: "duplicate", sameAs: change.sameAs };
    case "started":
      return { ...entry, state: "uploading", hasBegun: true, error: null };
    case "progressed":
      if (entry.state !== "uploading" && entry.state !== "waiting") return entry;
      return { ...entry, state: "uploading", sentBytes: Math.min(change.sentBytes, entry.sizeBytes) };
    case "interrupted":
      return entry.state === "uploading" ? { ...entry, state: "waiting" } : entry;
    case "arrived": {
      const whole = { ...entry, sentBytes: entry.sizeBytes, fileId: change.fileId, error: null };
      return { ...whole, state: change.fileId === null ? "ready" : "processing" };
    }
    case "processed":
      return entry.state === "processing" ? { ...entry, processingPercent: change.percent } : entry;
    case "finished":
      return entry.state === "processing" ? { ...entry, state: "ready", processingPercent: 100 } : entry;
    case "failed":
      return { ...entry, state: "failed", error: change.error };
    case "lost":
      return { ...entry, state: "lost" };
    case "paused":
      return openStates.includes(entry.state) ? { ...entry, state: "paused" } : entry;
    case "resumed":
      return entry.state === "paused" || entry.state === "lost" ? again(entry) : entry;
    case "retried":
      return entry.state === "failed" ? again(entry) : entry;
  }
}

/** Back in line: what had begun needs no look whether it is there, and what had arrived goes on with its work there. */
function again(entry: UploadEntry): UploadEntry {
  const waits = entry.hasBegun ? "checked" : "queued";
  return {
    ...entry,
    state: entry.fileId === null ? waits : "processing",
    processingPercent: 0,
    error: null,
  };
}

/** What an upload is at when its page is gone: under way is in line again, and without its file it is lost. */
export function restoredEntry(entry: UploadEntry, hasFile: boolean): UploadEntry {
  if (entry.state === "processing" || (entry.state === "failed" && (hasFile || entry.fileId !== null)))
    return entry;
  if (!hasFile) return { ...entry, state: "lost" };
  return openStates.includes(entry.state) || entry.state === "lost" ? again(entry) : entry;
}
