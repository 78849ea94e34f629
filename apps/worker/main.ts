import { availableParallelism, hostname } from "node:os";
import { createContext } from "@alcoves/core";
import { markFailed, reasonOf } from "@alcoves/core/processing";
import {
  announceWorker,
  type ConsumerListener,
  DiedTooOften,
  isTracked,
  type Job,
  jobContracts,
  type Run,
  startConsumer,
  TrackedPayload,
} from "@alcoves/jobs";
import { closeMetadataReader } from "@alcoves/media/metadata";
import { afterDeath } from "./after-death.ts";
import { startHealth } from "./health.ts";
import { createLanes } from "./lanes.ts";
import { runApart } from "./run-apart.ts";
import { runProcessor } from "./run-processor.ts";
import { startServices } from "./start-services.ts";
import { startUpkeep } from "./upkeep.ts";

const { config, log, services } = await startServices();
const lanes = createLanes(availableParallelism());

const listener: ConsumerListener = {
  failed(contract, payload, error) {
    log.warn({ job: contract.name, payload, error }, "a job failed");
    if (error instanceof DiedTooOften) void afterDeath(services, contract, payload);
    const parsed = TrackedPayload.safeParse(payload);
    if (!isTracked(contract) || !parsed.success) return;
    // The status engine has written the reason unless workers died in the job; then this is the only word on it.
    markFailed(createContext(services, { kind: "system", job: contract.name }), contract, {
      payload: parsed.data,
      reason: reasonOf(error),
    }).catch((error: unknown) => log.error({ error }, "a failure could not be written; the reaper will"));
  },
};

function consume(contract: Job) {
  const work = (run: Run<Job>) =>
    run.deaths > 0 ? runApart(contract, run) : runProcessor(services, contract, run);
  return startConsumer(contract, (run) => lanes.run(contract, () => work(run)), {
    redisUrl: config.redisUrl,
    concurrency: lanes.concurrencyOf(contract),
    listener,
  });
}

const consumers = jobContracts.map(consume);
const presence = announceWorker(config.redisUrl, { host: hostname(), pid: process.pid });
const upkeep = startUpkeep(services);
const health = startHealth(services, config.workerPort);
log.info({ jobs: jobContracts.map(({ name }) => name) }, "worker is waiting for jobs");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  await Promise.all([upkeep.stop(), health.stop(), ...consumers.map((consumer) => consumer.close())]);
  await presence.close();
  await closeMetadataReader();
  await services.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
