import { Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import { findJob, type Job, jobContracts } from "./contracts.ts";
import type { PayloadOf } from "./define-job.ts";
import { connectConsumer, connectProducer } from "./redis.ts";

/** A job on its way to the queue, as core hands it over. */
export interface OutgoingJob {
  job: string;
  jobId: string;
  payload: unknown;
}

/** How a job stands, as far as Redis knows. Open: it waits or runs. */
export type QueuedState = "open" | "failed" | "gone";

/** Puts jobs into their queues; the only caller of `Queue.add`. */
export interface JobQueues {
  /** Adds jobs, each once by its id. @throws when Redis does not answer */
  send(jobs: readonly OutgoingJob[]): Promise<void>;
  /**
   * Runs a job and waits for its end. Callers with one key share one job.
   * @returns false when the job was over before anyone could listen, so that nobody knows how it ended
   * @throws QueueAway when Redis does not answer, JobFailed when the job failed or took longer than `timeoutMs`
   */
  run<Contract extends Job>(
    contract: Contract,
    payload: PayloadOf<Contract>,
    timeoutMs: number,
  ): Promise<boolean>;
  /** @throws when Redis does not answer */
  stateOf(contract: Job, jobId: string): Promise<QueuedState>;
  /** Takes a job that waits out of its queue; one that runs stays. @throws when Redis does not answer */
  withdraw(contract: Job, jobId: string): Promise<void>;
  /** @throws when Redis does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Redis did not take the job: do the work here, or tell the person. */
export class QueueAway extends Error {
  override readonly name = "QueueAway";
}

/** The job ran and failed, or did not end in time. */
export class JobFailed extends Error {
  override readonly name = "JobFailed";
}

/** Finished jobs are forgotten at once, so that the same id can be asked for again; failed ones are kept for a day to be looked at. */
const keep = { removeOnComplete: true, removeOnFail: { age: 24 * 60 * 60, count: 1_000 } };

/** How BullMQ begins to say that a job is not there (any more); it has no code for it. */
const goneMessage = "Missing key for job";

/** Opens the queues lazily over one connection. */
export function createJobQueues(redisUrl: string): JobQueues {
  const connection = connectProducer(redisUrl);
  const tried = new Promise<void>((resolve) => {
    for (const outcome of ["ready", "close"] as const) connection.once(outcome, resolve);
  });
  const queues = new Map<string, Queue>();
  const endings = new Map<string, QueueEvents>();
  let endingsConnection: Redis | undefined;

  function queueOf(name: string): Queue {
    const known = queues.get(name);
    if (known) return known;
    const queue = new Queue(name, { connection });
    queue.on("error", () => {}); // the call that met the error rejects; here it would only be said twice
    queues.set(name, queue);
    return queue;
  }

  function endingsOf(name: string): QueueEvents {
    const known = endings.get(name);
    if (known) return known;
    endingsConnection ??= connectConsumer(redisUrl);
    const events = new QueueEvents(name, { connection: endingsConnection });
    events.on("error", () => {});
    endings.set(name, events);
    return events;
  }

  function optionsOf(contract: Job, jobId: string) {
    return {
      jobId,
      attempts: contract.attempts,
      backoff: { type: "exponential", delay: 2_000 },
      ...keep,
    };
  }

  return {
    async send(jobs) {
      const byName = new Map<string, OutgoingJob[]>();
      for (const job of jobs) byName.set(job.job, [...(byName.get(job.job) ?? []), job]);
      for (const [name, group] of byName) {
        const contract = findJob(name);
        if (!contract) continue; // written by another build: no queue of ours would run it
        await answering(
          queueOf(name).addBulk(
            group.map(({ jobId, payload }) => ({ name, data: payload, opts: optionsOf(contract, jobId) })),
          ),
        );
      }
    },

    async run(contract, payload, timeoutMs) {
      const jobId = jobIdOf(contract, payload);
      const events = endingsOf(contract.name);
      const job = await answering(
        events.waitUntilReady().then(() =>
          queueOf(contract.name).add(contract.name, payload, {
            ...optionsOf(contract, jobId),
            // An interactive failure is told to the person who waits; nothing is gained by remembering it.
            removeOnFail: true,
          }),
        ),
      );
      try {
        await job.waitUntilFinished(events, timeoutMs);
        return true;
      } catch (error) {
        const message = error instanceof Error ? error.message : "The job failed.";
        if (message.startsWith(goneMessage)) return false;
        throw new JobFailed(message, { cause: error });
      }
    },

    async stateOf(contract, jobId) {
      // By what stands on the job itself: BullMQ's own answer looks through the whole line, for each job that is asked about.
      const job = await answering(queueOf(contract.name).getJob(jobId));
      if (!job) return "gone";
      // One that ended well was forgotten at once.
      return job.finishedOn === undefined ? "open" : "failed";
    },

    async withdraw(contract, jobId) {
      await answering(queueOf(contract.name).remove(jobId));
    },

    async ping() {
      await tried; // in its first moments a connection refuses what it could answer right after
      await connection.ping();
    },

    async close() {
      // Without their connections nothing in them can wait for Redis any more.
      endingsConnection?.disconnect();
      connection.disconnect();
      await Promise.allSettled(
        [...endings.values(), ...queues.values()].map((each) => answering(each.close())),
      );
    },
  };
}

/** Names of every queue, for those who count them. */
export const queueNames = jobContracts.map(({ name }) => name);

/** `dedupe` takes exactly what the contract's own schema gives, which the type of a union of contracts cannot say. */
function jobIdOf(contract: Job, payload: unknown): string {
  return contract.dedupe(contract.payload.parse(payload) as never);
}

/** Longest that a producer waits for Redis, ms. BullMQ itself waits for a lost connection without end. */
const patienceMs = 2_000;

/** @throws QueueAway when Redis fails or does not answer in time. What lands after all is one with what is sent again. */
export async function answering<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueAway("The queue did not answer.")), patienceMs);
  });
  try {
    return await Promise.race([asked, tooLate]);
  } catch (error) {
    throw error instanceof QueueAway ? error : new QueueAway("The queue did not answer.", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
