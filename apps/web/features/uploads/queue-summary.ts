import { openStates } from "./change-entry.ts";
import type { UploadQueue } from "./queue.ts";
import { type UploadState, uploadStates } from "./upload-entry.ts";

/** What the panel says of all uploads. */
export interface QueueSummary {
  count: number;
  /** Not there yet: what this page sends, and what waits for a person. */
  left: number;
  /** On the server, processed or not. */
  done: number;
  /** In the library before, and not sent. */
  duplicate: number;
  failed: number;
  paused: number;
  processing: number;
  /** Bytes are being sent, or will be without anyone's help. */
  isActive: boolean;
  /** Nothing moves until the server is back. */
  isOffline: boolean;
  /** 0–100, by bytes. */
  percent: number;
  sentBytes: number;
  /** What this page will send without anyone's help. */
  leftBytes: number;
}

/** Sums the queue up. What failed is neither left nor done; what was there before is no part of the bytes. */
export function summarise(queue: UploadQueue): QueueSummary {
  const done = queue.count("processing") + queue.count("ready");
  const duplicate = queue.count("duplicate");
  const failed = queue.count("failed");
  const wanted = bytesOf(
    queue,
    uploadStates.filter((state) => state !== "duplicate"),
  );
  const open = bytesOf(queue, openStates);
  const settled = done + duplicate;
  const byCount = queue.size > 0 ? settled / queue.size : 0;
  return {
    count: queue.size,
    left: queue.size - settled - failed,
    done,
    duplicate,
    failed,
    paused: queue.count("paused"),
    processing: queue.count("processing"),
    isActive: openStates.some((state) => queue.count(state) > 0),
    isOffline: queue.count("waiting") > 0 && queue.count("uploading") === 0,
    percent: Math.floor((wanted.size > 0 ? wanted.sent / wanted.size : byCount) * 100),
    sentBytes: wanted.sent,
    leftBytes: open.size - open.sent,
  };
}

function bytesOf(queue: UploadQueue, states: readonly UploadState[]): { size: number; sent: number } {
  const sum = { size: 0, sent: 0 };
  for (const state of states) {
    const { size, sent } = queue.bytes(state);
    sum.size += size;
    sum.sent += sent;
  }
  return sum;
}
