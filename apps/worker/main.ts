import { availableParallelism } from "node:os";
import { orExit, readConfig } from "@alcoves/config";
import { createContext, createServices } from "@alcoves/core";
import { diedTooOften, markFailed } from "@alcoves/core/processing";
import {
  type ConsumerListener,
  isTracked,
  type Job,
  jobContracts,
  startConsumer,
  TrackedPayload,
} from "@alcoves/jobs";
import { renderImage } from "@alcoves/media/image";
import { closeMetadataReader } from "@alcoves/media/metadata";
import { pino } from "pino";
import { startHealth } from "./health.ts";
import { createLanes } from "./lanes.ts";
import { runProcessor } from "./run-processor.ts";
import { startUpkeep } from "./upkeep.ts";

const config = orExit(() => readConfig());
const log = pino({
  level: config.logLevel,
  base: { service: "worker" },
  serializers: { error: pino.stdSerializers.err },
  timestamp: pino.stdTimeFunctions.isoTime,
});
const services = await createServices(config, { log, renderImage });
const lanes = createLanes(availableParallelism());

const listener: ConsumerListener = {
  failed(contract, payload, error) {
    log.warn({ job: contract.name, payload, error }, "a job failed");
    const parsed = TrackedPayload.safeParse(payload);
    if (!isTracked(contract) || !parsed.success) return;
    // The status engine has written the reason unless the worker died in the job; then this is the only word on it.
    markFailed(createContext(services, { kind: "system", job: contract.name }), contract, {
      payload: parsed.data,
      reason: diedTooOften,
    }).catch((error: unknown) => log.error({ error }, "a failure could not be written; the reaper will"));
  },
};

function consume(contract: Job) {
  return startConsumer(contract, (run) => lanes.run(contract, () => runProcessor(services, contract, run)), {
    redisUrl: config.redisUrl,
    concurrency: lanes.concurrencyOf(contract),
    listener,
  });
}

const consumers = jobContracts.map(consume);
const upkeep = startUpkeep(services);
const health = startHealth(services, config.workerPort);
log.info({ jobs: jobContracts.map(({ name }) => name) }, "worker is waiting for jobs");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  await Promise.all([upkeep.stop(), health.stop(), ...consumers.map((consumer) => consumer.close())]);
  await closeMetadataReader();
  await services.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
