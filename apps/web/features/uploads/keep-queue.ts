import { type KeptUploads, keptBudgetBytes, largestKeptBytes } from "./kept-uploads.ts";
import type { UploadEntry } from "./upload-entry.ts";

/** Entries written in one transaction. */
const batchSize = 500;

/** Keeps the queue on this computer's disk behind the page's back: a full or forbidden disk stops no upload. */
export interface QueueKeeper {
  /** Keeps an entry as it is now, with its file when it is new and small enough. */
  keep(entry: UploadEntry, file?: File): void;
  forget(entryId: string): void;
  /** The bytes are on the server: the entry stays until its work is done, the file is not needed. */
  forgetFile(entryId: string): void;
}

/** Who keeps what where. */
export interface KeeperOf {
  kept: KeptUploads;
  userId: string;
  pageId: string;
}

/** Makes a keeper that writes in batches, in order. */
export function createQueueKeeper({ kept, userId, pageId }: KeeperOf): QueueKeeper {
  const entries = new Map<string, UploadEntry>();
  const newFiles = new Map<string, File>();
  const gone = new Set<string>();
  const keptSizes = new Map<string, number>();
  let keptBytes = 0;
  let isWriting = false;

  const release = (entryId: string) => {
    newFiles.delete(entryId);
    keptBytes -= keptSizes.get(entryId) ?? 0;
    keptSizes.delete(entryId);
  };
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    try {
      while (entries.size > 0 || newFiles.size > 0 || gone.size > 0) await writeSome();
    } finally {
      isWriting = false;
    }
  };
  const writeSome = async () => {
    const batch = [...entries.values()].slice(0, batchSize);
    for (const entry of batch) entries.delete(entry.entryId);
    const forgotten = [...gone];
    gone.clear();
    if (forgotten.length > 0) await kept.forget(forgotten).catch(() => undefined);
    const uploads = batch.map((entry) => ({ entry, userId, pageId }));
    if (uploads.length > 0) await kept.keep(uploads).catch(() => undefined);
    const [next] = newFiles;
    if (!next) return;
    newFiles.delete(next[0]);
    await kept.keepFile(...next).catch(() => release(next[0]));
  };

  return {
    keep: (entry, file) => {
      entries.set(entry.entryId, entry);
      if (file && file.size <= largestKeptBytes && keptBytes + file.size <= keptBudgetBytes) {
        keptBytes += file.size;
        keptSizes.set(entry.entryId, file.size);
        newFiles.set(entry.entryId, file);
      }
      void write();
    },
    forget: (entryId) => {
      release(entryId);
      entries.delete(entryId);
      gone.add(entryId);
      void write();
    },
    forgetFile: (entryId) => {
      release(entryId);
      void kept.forgetFile(entryId).catch(() => undefined);
    },
  };
}
