import { createStore } from "zustand/vanilla";
import { createBreath } from "./breathe.ts";
import { openStates, restoredEntry, type UploadChange, uncheckedStates } from "./change-entry.ts";
import type { QueueKeeper } from "./keep-queue.ts";
import type { TakenUpload } from "./kept-uploads.ts";
import type { PreCheckParts } from "./pre-check.ts";
import { UploadQueue } from "./queue.ts";
import { createSender, type SenderParts } from "./sender.ts";
import {
  type FoundFile,
  newEntry,
  type UploadEntry,
  type UploadState,
  type UploadTarget,
} from "./upload-entry.ts";

/** Those who draw hear of changes once in so long, ms: a frame. */
const tellEveryMs = 16;

/** What the engine needs from the browser and the server. */
export interface EngineParts extends Pick<SenderParts, "start" | "atOnce" | "texts"> {
  /** Makes the check of what is there already, which is asked for each file before it is sent. */
  check(asker: Pick<PreCheckParts, "isWanted" | "tell">): (entry: UploadEntry, file: File) => void;
  forgetUpload(entryId: string): Promise<void>;
  newId(): string;
}

/** The uploads of this page: one queue, and what a person can do with it. */
export type UploadEngine = ReturnType<typeof createUploadEngine>;

/** States from which an upload can be called off. */
const unfinishedStates: readonly UploadState[] = [...openStates, "paused", "lost", "failed"];

/** Makes an engine with an empty queue. It needs no component to go on. */
export function createUploadEngine(parts: EngineParts) {
  const queue = new UploadQueue();
  /** `revision` moves when the queue has changed, which is changed in place. */
  const store = createStore<{ revision: number }>(() => ({ revision: 0 }));
  const files = new Map<string, File>();
  const arrivals = new Set<(entry: UploadEntry) => void>();
  let keeper: QueueKeeper | null = null;

  const check = parts.check({
    isWanted: (entryId) => uncheckedStates.includes(queue.get(entryId)?.state ?? "ready"),
    tell: (entryId, change) => apply(entryId, change),
  });

  let telling: ReturnType<typeof setTimeout> | undefined;
  const announce = () => {
    if (telling !== undefined) return;
    telling = setTimeout(() => {
      telling = undefined;
      store.setState(({ revision }) => ({ revision: revision + 1 }));
    }, tellEveryMs);
  };

  const apply = (entryId: string, change: UploadChange) => {
    const entry = queue.change(entryId, change);
    if (!entry) return;
    announce();
    if (change.type === "progressed" || change.type === "processed" || change.type === "hashing") return;
    keepEntry(entry);
    if (change.type === "arrived") for (const listener of arrivals) listener(entry);
    if (entry.state === "duplicate") dropFile(entryId);
    if (entry.state === "queued") askFor(entry);
    sender.startMore();
  };

  const keepEntry = (entry: UploadEntry) => {
    if (entry.state === "ready" || entry.state === "duplicate") keeper?.forget(entry.entryId);
    else keeper?.keep(entry);
  };

  const dropFile = (entryId: string) => {
    files.delete(entryId);
    keeper?.forgetFile(entryId);
  };

  /** What is new is looked for first; what had begun, or has nothing in it, is not. */
  const askFor = (entry: UploadEntry) => {
    const { entryId, state } = entry;
    if (state !== "queued") return;
    const file = files.get(entryId);
    if (file && file.size > 0 && !entry.hasBegun) check(entry, file);
    else apply(entryId, { type: "checked" });
  };

  const sender = createSender({
    queue,
    fileOf: (entryId) => files.get(entryId),
    start: parts.start,
    atOnce: parts.atOnce,
    texts: parts.texts,
    apply,
    onArrived: dropFile,
  });

  const cancelOne = (entryId: string) => {
    sender.halt(entryId);
    files.delete(entryId);
    const entry = queue.remove(entryId);
    if (!entry) return;
    announce();
    keeper?.forget(entryId);
    if (entry.hasBegun && entry.fileId === null) void parts.forgetUpload(entryId);
    sender.startMore();
  };

  /** Does something to every upload in some states, and lets the page draw meanwhile. */
  const toAll = async (states: readonly UploadState[], act: (entryId: string) => void) => {
    const breath = createBreath();
    const release = sender.hold();
    try {
      for (const state of states) {
        for (const { entryId } of [...queue.in(state)]) {
          act(entryId);
          const draws = breath();
          if (draws) await draws;
        }
      }
    } finally {
      release();
    }
  };

  const addOne = (found: FoundFile, target: UploadTarget) => {
    const known = queue.find(found, target);
    const entry = known ?? newEntry(found, target, parts.newId());
    const { entryId } = entry;
    files.set(entryId, found.file);
    keeper?.keep(entry, found.file);
    if (known) {
      // Picked again: what was lost or had failed goes on, what is under way stays as it is.
      apply(entryId, { type: "resumed" });
      apply(entryId, { type: "retried" });
    } else {
      queue.add(entry);
      askFor(entry);
    }
  };

  return {
    queue,
    store,

    /** Puts files in line for a place, some at a time. Files picked again go on where they stopped. */
    async add(found: Iterable<FoundFile>, target: UploadTarget) {
      const breath = createBreath();
      for (const each of found) {
        addOne(each, target);
        announce();
        const draws = breath();
        if (draws) await draws;
      }
    },

    /** Goes on with uploads of an earlier page. */
    async restore(taken: readonly TakenUpload[]) {
      const breath = createBreath();
      for (const { entry: left, file } of taken) {
        const entry = restoredEntry(left, file !== null);
        if (queue.get(entry.entryId)) continue;
        if (file) files.set(entry.entryId, file);
        queue.add(entry);
        askFor(entry);
        if (entry.state === "processing") for (const listener of arrivals) listener(entry);
        announce();
        const draws = breath();
        if (draws) await draws;
      }
      sender.startMore();
    },

    /** From now on the queue outlives the page. */
    async keepIn(next: QueueKeeper) {
      const breath = createBreath();
      keeper = next;
      for (const { entryId } of [...queue.entries()]) {
        const entry = queue.get(entryId);
        if (entry && entry.state !== "ready" && entry.state !== "duplicate")
          next.keep(entry, files.get(entryId));
        const draws = breath();
        if (draws) await draws;
      }
    },

    pause(entryId: string) {
      sender.halt(entryId);
      apply(entryId, { type: "paused" });
    },
    pauseAll: () =>
      toAll(openStates, (entryId) => {
        sender.halt(entryId);
        apply(entryId, { type: "paused" });
      }),

    resume: (entryId: string) => apply(entryId, { type: "resumed" }),
    resumeAll: () => toAll(["paused"], (entryId) => apply(entryId, { type: "resumed" })),

    retry: (entryId: string) => apply(entryId, { type: "retried" }),
    retryAll: () => toAll(["failed"], (entryId) => apply(entryId, { type: "retried" })),

    /** Takes an upload out of the queue and what was sent of it off the server. */
    cancel: cancelOne,
    cancelAll: () => toAll(unfinishedStates, cancelOne),

    /** Takes what is done, or was there before, out of the panel. */
    clear: () =>
      toAll(["processing", "ready", "duplicate"], (entryId) => {
        queue.remove(entryId);
        keeper?.forget(entryId);
        announce();
      }),

    /** The file of an upload that has not arrived, to show it. */
    fileOf: (entryId: string) => files.get(entryId),

    /** Hears of every upload whose bytes are on the server from now on. @returns ends that */
    onArrived(listener: (entry: UploadEntry) => void) {
      arrivals.add(listener);
      return () => void arrivals.delete(listener);
    },

    /** News of the work on a file after its upload. */
    tell: (entryId: string, change: Extract<UploadChange, { type: "processed" | "finished" | "failed" }>) =>
      apply(entryId, change),

    /** The network is back, or more may go at once: tries what waits. */
    nudge: sender.nudge,
  };
}
