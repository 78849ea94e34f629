import { DelayedError, type Job as QueuedJob, UnrecoverableError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { Job } from "./contracts.ts";
import type { PayloadOf } from "./define-job.ts";
import { connectConsumer } from "./redis.ts";

/** Thrown by a processor: this try cannot work now, come back in `delayMs`; it costs no attempt. */
export class RetryLater extends Error {
  override readonly name = "RetryLater";

  constructor(
    message: string,
    readonly delayMs: number,
  ) {
    super(message);
  }
}

/** Thrown by a processor: no further try can work. The message is for a person. */
export class GiveUp extends Error {
  override readonly name = "GiveUp";
}

/** One run of a job. */
export interface Run<Contract extends Job> {
  payload: PayloadOf<Contract>;
  jobId: string;
  /** True when a failure now is final. */
  lastTry: boolean;
}

/** What a consumer reports to its process. */
export interface ConsumerListener {
  /** A job failed for good, also when its worker died under it too often. */
  failed(contract: Job, payload: unknown, error: Error): void;
}

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
        await run({ payload: parsed.data as PayloadOf<Contract>, jobId: job.id ?? "", lastTry });
      } catch (error) {
        if (error instanceof RetryLater) {
          await job.moveToDelayed(Date.now() + error.delayMs, token);
          throw new DelayedError();
        }
        if (error instanceof GiveUp) throw new UnrecoverableError(error.message);
        throw error;
      }
    },
    // A job whose worker died is taken again after the lock ran out; the third death in it is its last: three strikes.
    {
      connection,
      concurrency: options.concurrency,
      lockDuration: 20_000,
      stalledInterval: 10_000,
      maxStalledCount: 2,
    },
  );
  worker.on("error", () => {}); // lost connections: the worker reconnects, health tells of them
  worker.on("failed", (job, error) => {
    const final = !job || job.finishedOn !== undefined;
    if (final) options.listener.failed(contract, job?.data, error);
  });
  return {
    async close() {
      // Without Redis the worker would wait for ever to hand its jobs back; they are taken again when their locks run out.
      await Promise.race([worker.close(), untilLost(connection)]);
      connection.disconnect();
    },
  };
}

function untilLost(connection: Redis): Promise<void> {
  return new Promise((resolve) => {
    if (connection.status === "ready") connection.once("close", resolve);
    else resolve();
  });
}
