// One job in a process of its own, for `runApart` in run-apart.ts: it gets the job as a message, and answers how it ended.
import { findJob } from "@alcoves/jobs";
import { closeMetadataReader } from "@alcoves/media/metadata";
import { type ApartRun, endingOf } from "./apart-messages.ts";
import { runProcessor } from "./run-processor.ts";
import { startServices } from "./start-services.ts";

// A stop of the worker waits for its jobs; when the worker itself is gone, so is everyone who would hear of this one.
process.on("SIGTERM", () => {});
process.on("SIGINT", () => {});
process.once("disconnect", () => process.exit(1));

async function work({ job, run }: ApartRun): Promise<void> {
  const contract = findJob(job);
  if (!contract) throw new Error(`This build has no job called ${job}.`);
  const { services } = await startServices();
  const ending = await endingOf(() => runProcessor(services, contract, run));
  await closeMetadataReader();
  await services.close();
  process.send?.(ending, undefined, {}, () => process.exit(0));
}

process.once("message", (message) => {
  // The worker sends nothing else.
  work(message as ApartRun).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
