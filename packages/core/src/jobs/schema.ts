import type { JobName, Lane, PresentWorker, QueueCounts, Weight } from "@alcoves/jobs";
import { z } from "zod";
import type { FileKind } from "../files/schema.ts";

/** Where a job stands in its queue. */
export const QueueState = z.enum(["waiting", "active", "delayed", "failed"]);
export type QueueState = z.infer<typeof QueueState>;

/** Name of a queue: there is one for each job. */
const queue = z.string().min(1).max(60);

/** Asks for jobs of a queue, or of all, in one state. */
export const ListJobs = z.object({
  queue: queue.nullable().default(null),
  state: QueueState,
  /** How many come before; of each queue. */
  from: z.number().int().min(0).max(100_000).default(0),
  limit: z.number().int().min(1).max(100).default(25),
});
export type ListJobs = z.infer<typeof ListJobs>;

/** Names one job. */
export const OneJob = z.object({ queue, jobId: z.string().min(1).max(200) });
export type OneJob = z.infer<typeof OneJob>;

/** Names one queue. */
export const OneQueue = z.object({ queue });
export type OneQueue = z.infer<typeof OneQueue>;

/** Names what a queue is emptied of. What runs is its worker's. */
export const PurgeQueue = z.object({ queue, state: QueueState.exclude(["active"]) });
export type PurgeQueue = z.infer<typeof PurgeQueue>;

/** A queue as its keeper sees it. */
export interface QueueOverview {
  name: JobName;
  lane: Lane;
  weight: Weight;
  /** Null while Redis is away. */
  counts: QueueCounts | null;
}

/** How far one kind of work is over every file of the instance, as the rows say. */
export interface FleetProgress {
  job: JobName;
  /** Files that ever needed it. */
  total: number;
  /** Ready, or found not to be needed. */
  done: number;
  failed: number;
  /** Over the last minutes, of done and failed; null while nobody has looked for long enough. */
  perMinute: number | null;
  /** Null when nothing is left, or when there is no telling. */
  etaSeconds: number | null;
}

/** All of it at one moment. */
export interface JobsOverview {
  /** True while Redis does not answer: then the rows alone tell. */
  isQueueAway: boolean;
  queues: QueueOverview[];
  workers: PresentWorker[];
  fleet: FleetProgress[];
}

/** The file that a job works on. Its names are told to members of its library alone. */
export interface JobFile {
  fileId: string;
  kind: FileKind;
  sizeBytes: number;
  name: string | null;
  library: string | null;
}

/** One job of a list. */
export interface JobEntry {
  queue: JobName;
  jobId: string;
  state: QueueState;
  /** As JSON. */
  payload: string;
  /** Null for a job that works on no file, and for a file that is gone. */
  file: JobFile | null;
  attempts: number;
  mostAttempts: number;
  /** Workers that died while they ran it. */
  deaths: number;
  /** Why it failed, or what it waits for; a sentence for a person. */
  reason: string | null;
  addedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  dueAt: Date | null;
}
