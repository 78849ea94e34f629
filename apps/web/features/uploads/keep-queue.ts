import { type KeptUploads, keptBudgetBytes, largestKeptBytes } from "./kept-uploads.ts";
import type { UploadEntry } from "./upload-entry.ts";

/** Entries written or forgotten in one transaction. */
const batchSize = 200;

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

/** Makes a keeper that writes in batches, what changed and nothing else. */
export function createQueueKeeper({ kept, userId, pageId }: KeeperOf): QueueKeeper {
  const entries = new Map<string, UploadEntry>();
  const newFiles = new Map<string, File>();
  const gone = new Set<string>();
  const goneFiles = new Set<string>();
  /** Bytes of each file that is on the disk or on its way there. */
  const keptSizes = new Map<string, number>();
  let keptBytes = 0;
  let isWriting = false;

  /** @returns whether the disk may have the file */
  const release = (entryId: string): boolean => {
    const size = keptSizes.get(entryId);
    if (size === undefined) return false;
    keptBytes -= size;
    keptSizes.delete(entryId);
    return !newFiles.delete(entryId);
  };
  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    try {
      while (entries.size + newFiles.size + gone.size + goneFiles.size > 0) await writeSome();
    } finally {
      isWriting = false;
    }
  };
  const writeSome = async () => {
    const forgotten = takeSome(gone.keys(), (entryId) => gone.delete(entryId));
    if (forgotten.length > 0) await kept.forget(forgotten).catch(() => undefined);
    const withoutFile = takeSome(goneFiles.keys(), (entryId) => goneFiles.delete(entryId));
    if (withoutFile.length > 0) await kept.forgetFiles(withoutFile).catch(() => undefined);
    const changed = takeSome(entries.values(), ({ entryId }) => entries.delete(entryId));
    const uploads = changed.map((entry) => ({ entry, userId, pageId }));
    if (uploads.length > 0) await kept.keep(uploads).catch(() => undefined);
    // Files are copied when the entries are safe: those say what is missing after a reload.
    if (entries.size === 0) await writeFile();
  };
  const writeFile = async () => {
    const [next] = newFiles;
    if (!next) return;
    const [entryId] = next;
    newFiles.delete(entryId);
    await kept.keepFile(...next).catch(() => release(entryId));
    // It arrived, or was cancelled, while it was being copied.
    if (!keptSizes.has(entryId)) goneFiles.add(entryId);
  };

  return {
    keep: (entry, file) => {
      entries.set(entry.entryId, entry);
      if (file && file.size <= largestKeptBytes && keptBytes + file.size <= keptBudgetBytes) {
        release(entry.entryId);
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
      if (release(entryId)) goneFiles.add(entryId);
      void write();
    },
  };
}

/** Takes a batch off the front of a collection. */
function takeSome<Item>(items: Iterable<Item>, remove: (item: Item) => unknown): Item[] {
  const some: Item[] = [];
  for (const item of items) {
    some.push(item);
    if (some.length === batchSize) break;
  }
  for (const item of some) remove(item);
  return some;
}
