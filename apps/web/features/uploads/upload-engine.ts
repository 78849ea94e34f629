import { createStore } from "zustand/vanilla";
import type { QueueKeeper } from "./keep-queue.ts";
import type { TakenUpload } from "./kept-uploads.ts";
import {
  emptyQueue,
  entryOf,
  nextToStart,
  openStates,
  reduceQueue,
  type UploadAction,
  type UploadQueue,
} from "./queue.ts";
import type { Transfer, TransferListener } from "./transfer.ts";
import {
  type FoundFile,
  fileKeyOf,
  fingerprintOf,
  newEntry,
  type UploadEntry,
  type UploadTarget,
} from "./upload-entry.ts";

/** What the engine needs from the browser and the server. */
export interface EngineParts {
  start(entry: UploadEntry, file: File, listener: TransferListener): Transfer;
  forgetUpload(uploadUrl: string): Promise<void>;
  newId(): string;
  /** Uploads at once now. */
  atOnce(): number;
  texts: { refused: string; unreadable: string };
}

/** The uploads of this page: one queue, and what a person can do with it. */
export type UploadEngine = ReturnType<typeof createUploadEngine>;

/** Makes an engine with an empty queue. It needs no component to go on. */
export function createUploadEngine(parts: EngineParts) {
  const store = createStore<{ queue: UploadQueue }>(() => ({ queue: emptyQueue }));
  const files = new Map<string, File>();
  const transfers = new Map<string, Transfer>();
  let keeper: QueueKeeper | null = null;

  const find = (entryId: string) => entryOf(store.getState().queue, entryId);

  const dispatch = (action: UploadAction) => {
    const before = store.getState().queue;
    const queue = reduceQueue(before, action);
    if (queue === before) return;
    store.setState({ queue });
    if (action.type !== "progressed" && action.type !== "processed" && "entryId" in action)
      keepEntry(action.entryId);
    if (action.type !== "progressed") startMore();
  };

  const keepEntry = (entryId: string) => {
    const entry = find(entryId);
    if (!entry || entry.state === "ready") keeper?.forget(entryId);
    else keeper?.keep(entry);
  };

  let isStarting = false;
  const startMore = () => {
    // Starting one changes the queue, which asks for more: the loop serves that, in order.
    if (isStarting) return;
    isStarting = true;
    for (let next = nextEntry(); next; next = nextEntry()) {
      const file = files.get(next.entryId);
      if (file) startOne(next, file);
      else dispatch({ type: "lost", entryId: next.entryId });
    }
    isStarting = false;
  };
  const nextEntry = () => nextToStart(store.getState().queue, parts.atOnce())[0];

  const startOne = (entry: UploadEntry, file: File) => {
    const { entryId } = entry;
    dispatch({ type: "started", entryId });
    const end = (action: UploadAction) => {
      transfers.delete(entryId);
      dispatch(action);
    };
    const transfer = parts.start(entry, file, {
      onLocated: (uploadUrl) => dispatch({ type: "located", entryId, uploadUrl }),
      onProgress: (sentBytes) => dispatch({ type: "progressed", entryId, sentBytes }),
      onInterrupted: () => dispatch({ type: "interrupted", entryId }),
      onArrived: (fileId) => {
        files.delete(entryId);
        keeper?.forgetFile(entryId);
        end({ type: "arrived", entryId, fileId });
      },
      onFailed: (sentence) => end({ type: "failed", entryId, error: sentence ?? parts.texts.refused }),
      onUnreadable: () => end({ type: "failed", entryId, error: parts.texts.unreadable }),
    });
    transfers.set(entryId, transfer);
  };

  const halt = (entryId: string) => {
    transfers.get(entryId)?.stop();
    transfers.delete(entryId);
  };

  return {
    store,

    /** Puts files in line for a place. Files picked again go on where they stopped. */
    add(found: readonly FoundFile[], target: UploadTarget) {
      const findKnown = knownUploads(store.getState().queue, target);
      const entries: UploadEntry[] = [];
      for (const each of found) {
        const known = findKnown(each);
        const entry = known ?? newEntry(each, target, parts.newId());
        files.set(entry.entryId, each.file);
        keeper?.keep(entry, each.file);
        if (!known) entries.push(entry);
        else for (const type of ["resumed", "retried"] as const) dispatch({ type, entryId: known.entryId });
      }
      dispatch({ type: "added", entries });
    },

    /** Goes on with uploads of an earlier page. */
    restore(taken: readonly TakenUpload[]) {
      const entries = taken.map(({ entry, file }) => {
        if (file) files.set(entry.entryId, file);
        return restoredEntry(entry, file !== null);
      });
      dispatch({ type: "added", entries });
    },

    /** From now on the queue outlives the page. */
    keepIn(next: QueueKeeper) {
      keeper = next;
      for (const entry of store.getState().queue.entries) next.keep(entry, files.get(entry.entryId));
    },

    pause(entryId: string) {
      halt(entryId);
      dispatch({ type: "paused", entryId });
    },

    resume: (entryId: string) => dispatch({ type: "resumed", entryId }),
    retry: (entryId: string) => dispatch({ type: "retried", entryId }),

    retryAll() {
      const failed = store.getState().queue.entries.filter(({ state }) => state === "failed");
      dispatch({ type: "retriedAll" });
      for (const { entryId } of failed) keepEntry(entryId);
    },

    /** Takes an upload out of the queue and what was sent of it off the server. */
    cancel(entryId: string) {
      const entry = find(entryId);
      halt(entryId);
      files.delete(entryId);
      dispatch({ type: "cancelled", entryId });
      if (entry?.uploadUrl && entry.fileId === null) void parts.forgetUpload(entry.uploadUrl);
    },

    /** Takes what is done out of the panel. */
    clear() {
      for (const { entryId, state } of store.getState().queue.entries) {
        if (state === "processing" || state === "ready") keeper?.forget(entryId);
      }
      dispatch({ type: "cleared" });
    },

    /** The file of an upload that has not arrived, to show it. */
    fileOf: (entryId: string) => files.get(entryId),

    /** News of the work on a file after its upload. */
    tell: (action: Extract<UploadAction, { type: "processed" | "finished" | "failed" }>) => dispatch(action),

    /** The network is back, or more may go at once: tries what waits. */
    nudge() {
      for (const transfer of transfers.values()) transfer.nudge();
      startMore();
    },

    /** Stops sending; what was kept goes on with the next page. */
    stop() {
      for (const entryId of [...transfers.keys()]) halt(entryId);
    },
  };
}

/** Finds the upload that a picked file belongs to: the same file for the same place, or one that was lost. */
function knownUploads(
  { entries }: UploadQueue,
  target: UploadTarget,
): (found: FoundFile) => UploadEntry | undefined {
  const open = entries.filter(({ fileId }) => fileId === null);
  const byPlace = new Map(open.map((entry) => [entry.fingerprint, entry]));
  const lost = open.filter(({ state }) => state === "lost");
  const byFile = new Map(
    lost.map((entry) => {
      const { filename: name, sizeBytes: size, lastModified } = entry;
      return [fileKeyOf(entry.target.libraryId, { name, size, lastModified }), entry];
    }),
  );
  return (found) =>
    byPlace.get(fingerprintOf(found, target)) ?? byFile.get(fileKeyOf(target.libraryId, found.file));
}

/** What an upload is at when its page is gone: under way becomes queued, and without its file it is lost. */
function restoredEntry(entry: UploadEntry, hasFile: boolean): UploadEntry {
  if (entry.state === "processing" || (entry.state === "failed" && (hasFile || entry.fileId !== null)))
    return entry;
  if (!hasFile) return { ...entry, state: "lost" };
  return openStates.includes(entry.state) || entry.state === "lost" ? { ...entry, state: "queued" } : entry;
}
