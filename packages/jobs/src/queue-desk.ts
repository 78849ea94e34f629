import { Queue, type Job as QueuedJob } from "bullmq";
import { type Job, jobContracts } from "./contracts.ts";
import { answering } from "./queues.ts";
import { connectProducer } from "./redis.ts";

/** Where a job stands in its queue, in BullMQ's words. What waits in a queue that is held back is waiting too. */
export const queueStates = ["waiting", "active", "delayed", "failed"] as const;
export type QueueState = (typeof queueStates)[number];

/** What a queue holds just now. */
export interface QueueCounts extends Record<QueueState, number> {
  readonly isPaused: boolean;
}

/** One job as its queue knows it. Times are ms since 1970. */
export interface ListedJob {
  readonly jobId: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly mostAttempts: number;
  /** Workers that died while they ran it. */
  readonly deaths: number;
  /** What it failed with last, in the words of whoever threw it. */
  readonly error: string | null;
  readonly addedAtMs: number;
  readonly startedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** When one that is delayed comes back. */
  readonly dueAtMs: number | null;
}

/** Looks into queues and puts them in order, for their keeper. Every call throws QueueAway when Redis does not answer. */
export interface QueueDesk {
  /** What each queue holds, in the order of the contracts. */
  count(): Promise<Map<Job["name"], QueueCounts>>;
  /** Jobs in one state, from the `from`th on; those that failed last come first, the others in the order of their turn. */
  list(contract: Job, state: QueueState, page: { from: number; limit: number }): Promise<ListedJob[]>;
  /** @returns null when the queue does not have it */
  find(contract: Job, jobId: string): Promise<{ state: QueueState; job: ListedJob } | null>;
  /** Takes jobs away. @returns the ids that went; one that runs by now, or is gone, does not */
  remove(contract: Job, jobIds: readonly string[]): Promise<string[]>;
  /** Gives one that failed its attempts again. */
  retry(contract: Job, jobId: string): Promise<void>;
  /** No worker takes a job of it until it is resumed, also after a restart. What runs goes on. */
  pause(contract: Job): Promise<void>;
  resume(contract: Job): Promise<void>;
  close(): Promise<void>;
}

/** Opens the queues lazily over one connection. */
export function createQueueDesk(redisUrl: string): QueueDesk {
  const connection = connectProducer(redisUrl);
  const queues = new Map<string, Queue>();

  function queueOf({ name }: Job): Queue {
    const known = queues.get(name);
    if (known) return known;
    const queue = new Queue(name, { connection });
    queue.on("error", () => {}); // the call that met the error rejects
    queues.set(name, queue);
    return queue;
  }

  async function countOne(contract: Job): Promise<QueueCounts> {
    const queue = queueOf(contract);
    const [counts, isPaused] = await Promise.all([queue.getJobCounts(...queueStates), queue.isPaused()]);
    const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
    return { waiting, active, delayed, failed, isPaused };
  }

  return {
    async count() {
      const counted = jobContracts.map(
        async (contract) => [contract.name, await countOne(contract)] as const,
      );
      return new Map(await answering(Promise.all(counted)));
    },

    async list(contract, state, { from, limit }) {
      const isAscending = state !== "failed";
      const jobs = await answering(queueOf(contract).getJobs([state], from, from + limit - 1, isAscending));
      // One that went while they were read is undefined, whatever the type says.
      return jobs.filter(Boolean).map(listed);
    },

    async find(contract, jobId) {
      const queue = queueOf(contract);
      const [job, word] = await answering(Promise.all([queue.getJob(jobId), queue.getJobState(jobId)]));
      const state = queueStates.find((each) => each === word);
      return job && state ? { state, job: listed(job) } : null;
    },

    async remove(contract, jobIds) {
      const queue = queueOf(contract);
      const gone = await answering(
        Promise.all(
          jobIds.map(async (jobId) => {
            try {
              return (await queue.remove(jobId)) === 1 ? [jobId] : [];
            } catch (error) {
              // A job that runs is locked by its worker.
              if (error instanceof Error && error.message.includes("locked")) return [];
              throw error;
            }
          }),
        ),
      );
      return gone.flat();
    },

    async retry(contract, jobId) {
      const job = await answering(queueOf(contract).getJob(jobId));
      if (job) await answering(job.retry("failed"));
    },

    pause: (contract) => answering(queueOf(contract).pause()),
    resume: (contract) => answering(queueOf(contract).resume()),

    async close() {
      connection.disconnect();
      await Promise.allSettled([...queues.values()].map((queue) => answering(queue.close())));
    },
  };
}

function listed(job: QueuedJob): ListedJob {
  return {
    jobId: job.id ?? "",
    payload: job.data,
    attempts: job.attemptsMade,
    mostAttempts: job.opts.attempts ?? 1,
    deaths: job.stalledCounter,
    error: job.failedReason || null,
    addedAtMs: job.timestamp,
    startedAtMs: job.processedOn ?? null,
    endedAtMs: job.finishedOn ?? null,
    dueAtMs: job.delay > 0 ? (job.processedOn ?? job.timestamp) + job.delay : null,
  };
}
