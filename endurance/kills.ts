// A worker is killed (-9) 20 times at random moments while 200 files wait for it. Everything must come to an end, once, and leave nothing
// behind. ALCOVES_ENDURE_SEED repeats a run.
import assert from "node:assert/strict";
import { startTestInstance } from "@alcoves/testing";
import { killWorkers } from "@alcoves/testing/kill-workers";

const seed = Number(process.env.ALCOVES_ENDURE_SEED ?? Date.now() % 1_000_000);
console.log(`seed ${seed}`);
const instance = await startTestInstance();
try {
  const startedAtMs = performance.now();
  const after = await killWorkers(instance, {
    ...{ files: 200, kills: 20, seed, patienceMs: 20 * 60_000 },
    say: console.log,
  });
  const { standings, ...remains } = after;
  const failed = standings.filter(({ status }) => status === "failed");
  for (const { name, family, error } of failed) console.log(`failed: ${name}, ${family}: ${error}`);
  const seconds = Math.round((performance.now() - startedAtMs) / 1_000);
  console.log(`${standings.length} jobs of 200 files ended in ${seconds} s; ${failed.length} failed.`);
  assert.deepEqual(
    failed.filter(({ error }) => !error || /stopped the worker|Something went wrong/.test(error)),
    [],
    "A job failed for no reason of its file.",
  );
  assert.deepEqual(
    remains,
    { twice: [], activityTwice: [], temporaryFiles: [], systemTemporaryFiles: [], processes: [] },
    "Something was done twice, or stayed behind.",
  );
} finally {
  await instance.close();
}
process.exit(0);
