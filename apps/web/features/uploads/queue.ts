import type { UploadEntry, UploadState } from "./upload-entry.ts";

/** Every upload of this page in order of arrival, with running totals: 50,000 entries change one at a time. */
export interface UploadQueue {
  entries: readonly UploadEntry[];
  /** Place of each entry by its id. */
  places: ReadonlyMap<string, number>;
  counts: Readonly<Record<UploadState, number>>;
  totalBytes: number;
  sentBytes: number;
}

/** What can happen to the queue. A change of an entry that is not there is ignored: it was cancelled meanwhile. */
export type UploadAction =
  | { type: "added"; entries: readonly UploadEntry[] }
  | { type: "started"; entryId: string }
  | { type: "located"; entryId: string; uploadUrl: string | null }
  | { type: "progressed"; entryId: string; sentBytes: number }
  | { type: "interrupted"; entryId: string }
  | { type: "arrived"; entryId: string; fileId: string | null }
  | { type: "processed"; entryId: string; percent: number }
  | { type: "finished"; entryId: string }
  | { type: "failed"; entryId: string; error: string }
  | { type: "lost"; entryId: string }
  | { type: "paused"; entryId: string }
  | { type: "resumed"; entryId: string }
  | { type: "retried"; entryId: string }
  | { type: "retriedAll" }
  | { type: "cancelled"; entryId: string }
  | { type: "cleared" };

/** The queue with nothing in it. */
export const emptyQueue: UploadQueue = queueOf([]);

/** States in which bytes are still to be sent by this page without anyone's help. */
export const openStates: readonly UploadState[] = ["queued", "uploading", "waiting"];

/** @returns the queue after an action, the same one when it changes nothing */
export function reduceQueue(queue: UploadQueue, action: UploadAction): UploadQueue {
  switch (action.type) {
    case "added":
      return addEntries(queue, action.entries);
    case "retriedAll":
      return queueOf(queue.entries.map((entry) => (entry.state === "failed" ? again(entry) : entry)));
    case "cancelled":
      return queue.places.has(action.entryId)
        ? queueOf(queue.entries.filter(({ entryId }) => entryId !== action.entryId))
        : queue;
    case "cleared":
      return queueOf(queue.entries.filter(({ state }) => state !== "ready" && state !== "processing"));
    default: {
      const place = queue.places.get(action.entryId);
      const entry = place === undefined ? undefined : queue.entries[place];
      return place === undefined || !entry ? queue : replaceEntry(queue, place, changeEntry(entry, action));
    }
  }
}

type EntryAction = Exclude<UploadAction, { type: "added" | "retriedAll" | "cancelled" | "cleared" }>;

function changeEntry(entry: UploadEntry, action: EntryAction): UploadEntry {
  switch (action.type) {
    case "started":
      return { ...entry, state: "uploading", error: null };
    case "located":
      return { ...entry, uploadUrl: action.uploadUrl };
    case "progressed":
      if (entry.state !== "uploading" && entry.state !== "waiting") return entry;
      return { ...entry, state: "uploading", sentBytes: Math.min(action.sentBytes, entry.sizeBytes) };
    case "interrupted":
      return entry.state === "uploading" ? { ...entry, state: "waiting" } : entry;
    case "arrived": {
      const whole = { ...entry, sentBytes: entry.sizeBytes, fileId: action.fileId, error: null };
      return { ...whole, state: action.fileId === null ? "ready" : "processing" };
    }
    case "processed":
      return entry.state === "processing" ? { ...entry, processingPercent: action.percent } : entry;
    case "finished":
      return entry.state === "processing" ? { ...entry, state: "ready", processingPercent: 100 } : entry;
    case "failed":
      return { ...entry, state: "failed", error: action.error };
    case "lost":
      return { ...entry, state: "lost" };
    case "paused":
      return openStates.includes(entry.state) ? { ...entry, state: "paused" } : entry;
    case "resumed":
      return entry.state === "paused" || entry.state === "lost" ? { ...entry, state: "queued" } : entry;
    case "retried":
      return entry.state === "failed" ? again(entry) : entry;
  }
}

/** A failed upload goes back in line; one whose file had arrived already goes on with its work there. */
function again(entry: UploadEntry): UploadEntry {
  return {
    ...entry,
    state: entry.fileId === null ? "queued" : "processing",
    processingPercent: 0,
    error: null,
  };
}

function addEntries(queue: UploadQueue, added: readonly UploadEntry[]): UploadQueue {
  const known = new Map(
    queue.entries.filter(({ fileId }) => fileId === null).map((entry) => [entry.fingerprint, entry.entryId]),
  );
  const news: UploadEntry[] = [];
  let next = queue;
  for (const entry of added) {
    const entryId = known.get(entry.fingerprint);
    if (entryId === undefined) {
      known.set(entry.fingerprint, entry.entryId);
      news.push(entry);
    } else {
      // Picked again: what was lost or had failed goes on, what is under way stays as it is.
      next = reduceQueue(next, { type: "resumed", entryId });
      next = reduceQueue(next, { type: "retried", entryId });
    }
  }
  return news.length === 0 ? next : queueOf([...next.entries, ...news]);
}

/** Counts a queue from its entries. */
export function queueOf(entries: readonly UploadEntry[]): UploadQueue {
  const counts = {
    queued: 0,
    uploading: 0,
    waiting: 0,
    paused: 0,
    lost: 0,
    processing: 0,
    ready: 0,
    failed: 0,
  };
  let totalBytes = 0;
  let sentBytes = 0;
  for (const entry of entries) {
    counts[entry.state] += 1;
    totalBytes += entry.sizeBytes;
    sentBytes += entry.sentBytes;
  }
  return {
    entries,
    places: new Map(entries.map(({ entryId }, place) => [entryId, place])),
    counts,
    totalBytes,
    sentBytes,
  };
}

function replaceEntry(queue: UploadQueue, place: number, entry: UploadEntry): UploadQueue {
  const before = queue.entries[place];
  if (!before || before === entry) return queue;
  const counts = { ...queue.counts };
  counts[before.state] -= 1;
  counts[entry.state] += 1;
  const sentBytes = queue.sentBytes + entry.sentBytes - before.sentBytes;
  return { ...queue, entries: queue.entries.with(place, entry), counts, sentBytes };
}

/** @returns the entry with an id, undefined when it is gone */
export function entryOf(queue: UploadQueue, entryId: string): UploadEntry | undefined {
  const place = queue.places.get(entryId);
  return place === undefined ? undefined : queue.entries[place];
}

/** @returns the uploads to start now, so that `atOnce` are under way */
export function nextToStart({ entries, counts }: UploadQueue, atOnce: number): UploadEntry[] {
  const free = atOnce - counts.uploading - counts.waiting;
  if (free <= 0 || counts.queued === 0) return [];
  const next: UploadEntry[] = [];
  for (const entry of entries) {
    if (entry.state !== "queued") continue;
    next.push(entry);
    if (next.length === free) break;
  }
  return next;
}

/** What the panel says of all uploads. */
export interface QueueSummary {
  count: number;
  /** Not there yet: what this page sends, and what waits for a person. */
  left: number;
  /** On the server, processed or not. */
  done: number;
  failed: number;
  /** Bytes are being sent, or will be without anyone's help. */
  isActive: boolean;
  /** 0–100, by bytes. */
  percent: number;
  leftBytes: number;
}

/** Sums the queue up. What failed counts neither as left nor as to be sent. */
export function summarise(queue: UploadQueue): QueueSummary {
  const { counts, entries, totalBytes, sentBytes } = queue;
  const done = counts.processing + counts.ready;
  const left = entries.length - done - counts.failed;
  const share = totalBytes > 0 ? sentBytes / totalBytes : entries.length > 0 ? done / entries.length : 0;
  return {
    count: entries.length,
    left,
    done,
    failed: counts.failed,
    isActive: openStates.some((state) => counts[state] > 0),
    percent: Math.floor(share * 100),
    leftBytes: totalBytes - sentBytes,
  };
}
