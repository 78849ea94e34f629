import type { UploadEntry } from "./upload-entry.ts";

/** Larger files are not kept in the browser: after a reload they are picked again. */
export const largestKeptBytes = 256 * 1024 * 1024;

/** Files kept at once in all; a hundred thousand photos would otherwise be copied before they are sent. */
export const keptBudgetBytes = 4 * 1024 * 1024 * 1024;

/** An upload as it outlives its page. */
export interface KeptUpload {
  entry: UploadEntry;
  userId: string;
  /** The page that sends it. */
  pageId: string;
}

const databaseName = "alcoves-uploads";

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("entries", { keyPath: "entry.entryId" });
    request.result.createObjectStore("files");
  };
  return done(request);
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** The uploads of this browser on its own disk (IndexedDB). Every method rejects when the browser has no room. */
export interface KeptUploads {
  keep(uploads: readonly KeptUpload[]): Promise<void>;
  keepFile(entryId: string, file: File): Promise<void>;
  forget(entryIds: readonly string[]): Promise<void>;
  forgetFiles(entryIds: readonly string[]): Promise<void>;
  /** Takes over this person's uploads of pages that are gone, in one transaction: no two pages send the same. */
  takeOver(userId: string, pageId: string, livePages: ReadonlySet<string>): Promise<TakenUpload[]>;
}

/** An upload taken over, with its file when it was kept. */
export interface TakenUpload {
  entry: UploadEntry;
  file: File | null;
}

/** Opens the uploads kept in this browser. @throws when the browser keeps none, as in some private windows */
export async function openKeptUploads(): Promise<KeptUploads> {
  const database = await open();
  const write = async (stores: ("entries" | "files")[], change: (transaction: IDBTransaction) => void) => {
    const transaction = database.transaction(stores, "readwrite");
    change(transaction);
    await committed(transaction);
  };
  return {
    keep: (uploads) =>
      write(["entries"], (transaction) => {
        for (const upload of uploads) transaction.objectStore("entries").put(upload);
      }),
    keepFile: (entryId, file) =>
      write(["files"], (transaction) => void transaction.objectStore("files").put(file, entryId)),
    forget: (entryIds) =>
      write(["entries", "files"], (transaction) => {
        for (const entryId of entryIds) {
          transaction.objectStore("entries").delete(entryId);
          transaction.objectStore("files").delete(entryId);
        }
      }),
    forgetFiles: (entryIds) =>
      write(["files"], (transaction) => {
        for (const entryId of entryIds) transaction.objectStore("files").delete(entryId);
      }),
    takeOver: (userId, pageId, livePages) => takeOver(database, { userId, pageId, livePages }),
  };
}

async function takeOver(
  database: IDBDatabase,
  { userId, pageId, livePages }: { userId: string; pageId: string; livePages: ReadonlySet<string> },
): Promise<TakenUpload[]> {
  const transaction = database.transaction(["entries", "files"], "readwrite");
  const entries = transaction.objectStore("entries");
  const files = transaction.objectStore("files");
  const all: KeptUpload[] = await done(entries.getAll());
  const orphans = all.filter((upload) => upload.userId === userId && !livePages.has(upload.pageId));
  const taken = orphans.map(async ({ entry }) => {
    entries.put({ entry, userId, pageId } satisfies KeptUpload);
    const file: unknown = await done(files.get(entry.entryId));
    return { entry, file: file instanceof File ? file : null };
  });
  const [uploads] = await Promise.all([Promise.all(taken), committed(transaction)]);
  return uploads;
}
