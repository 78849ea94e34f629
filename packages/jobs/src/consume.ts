import { DelayedError, type Job as QueuedJob, UnrecoverableError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { Job } from "./contracts.ts";
import type { PayloadOf } from "./define-job.ts";
import { connectConsumer } from "./redis.ts";

/** Thrown by a processor: this try cannot work now, come back later; it costs no attempt, however often. */
export class RetryLater extends Error {
  override readonly name = "RetryLater";

  /** @param delayMs null: the wait grows from 2 seconds to 2 minutes */
  constructor(
    message: string,
    readonly delayMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Thrown by a processor: no further try can work. The message is for a person. */
export class GiveUp extends Error {
  override readonly name = "GiveUp";
}

/** Every worker that took the job died while it ran. */
export class DiedTooOften extends Error {
  override readonly name = "DiedTooOften";
}

/** One run of a job. */
export interface Run<Contract extends Job> {
  payload: PayloadOf<Contract>;
  jobId: string;
  /** True when a failure now is final. */
  lastTry: boolean;
  /** How many workers have died while they ran this job, of it or of something else. */
  deaths: number;
}

/** What a consumer reports to its process. */
export interface ConsumerListener {
  /**
   * A job failed for good. The error is a GiveUp with its sentence for a person, a DiedTooOften, or whatever was thrown.
   */
  failed(contract: Job, payload: unknown, error: Error): void;
}

/**
 * A worker that dies takes the jobs of every lane along, so a death says little about any one of them, and is forgiven often. What
 * ends by this many deaths takes whole workers down each time, where a process of its own (see apps/worker) did not help.
 */
const forgivenDeaths = 24;

/** First and longest wait of a job that comes back later, ms. */
const [firstWaitMs, longestWaitMs] = [2_000, 120_000];

/** A running consumer. */
export interface Consumer {
  /** Takes no new job, waits for the running ones unless Redis is away. */
  close(): Promise<void>;
}

/**
 * Starts to take jobs of one kind. It waits while Redis is away.
 * @param options.concurrency jobs taken at once
 */
export function startConsumer<Contract extends Job>(
  contract: Contract,
  run: (job: Run<Contract>) => Promise<void>,
  options: { redisUrl: string; concurrency: number; listener: ConsumerListener },
): Consumer {
  const connection = connectConsumer(options.redisUrl);
  const worker = new Worker(
    contract.name,
    async (job: QueuedJob, token?: string) => {
      const parsed = contract.payload.safeParse(job.data);
      if (!parsed.success) throw new UnrecoverableError("The job's payload is not what this build expects.");
      const lastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      try {
        // safeParse gave exactly the output of this contract's schema.
        const payload = parsed.data as PayloadOf<Contract>;
        await run({ payload, jobId: job.id ?? "", lastTry, deaths: job.stalledCounter });
      } catch (error) {
        if (error instanceof RetryLater) {
          await job.moveToDelayed(Date.now() + (error.delayMs ?? waitMsOf(job)), token);
          throw new DelayedError();
        }
        if (error instanceof GiveUp) throw new UnrecoverableError(error.message);
        if (error instanceof DiedTooOften) throw new UnrecoverableError(diedTooOftenMessage);
        throw error;
      }
    },
    // A job whose worker died is taken again after the lock ran out.
    {
      connection,
      concurrency: options.concurrency,
      lockDuration: 20_000,
      stalledInterval: 10_000,
      maxStalledCount: forgivenDeaths,
    },
  );
  worker.on("error", () => {}); // lost connections: the worker reconnects, health tells of them
  worker.on("failed", (job, error) => {
    const final = !job || job.finishedOn !== undefined;
    if (final) options.listener.failed(contract, job?.data, asThrown(error));
  });
  return {
    async close() {
      // Without Redis the worker would wait for ever to hand its jobs back; they are taken again when their locks run out.
      await Promise.race([worker.close(), untilLost(connection)]);
      connection.disconnect();
    },
  };
}

/** How BullMQ itself says that a job's workers died too often; ours is told in the same words, so that both read alike. */
const diedTooOftenMessage = "job stalled more than allowable limit";

/** BullMQ keeps of an error its message alone. */
function asThrown(error: Error): Error {
  if (error.message === diedTooOftenMessage) return new DiedTooOften(error.message, { cause: error });
  return error instanceof UnrecoverableError ? new GiveUp(error.message, { cause: error }) : error;
}

/** Doubles with each time that the job came back, give or take a quarter, so that a crowd does not come back at once. */
function waitMsOf({ attemptsStarted, attemptsMade, stalledCounter }: QueuedJob): number {
  const waits = Math.max(0, attemptsStarted - attemptsMade - stalledCounter - 1);
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(waits, 10)) * (0.75 + Math.random() / 2);
}

function untilLost(connection: Redis): Promise<void> {
  return new Promise((resolve) => {
    if (connection.status === "ready") connection.once("close", resolve);
    else resolve();
  });
}
