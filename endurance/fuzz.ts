// Thousands of real files, broken in seeded ways, go through a real worker. It must stay alive, small and tidy, and every job must end
// with a sentence. ALCOVES_ENDURE_SEED repeats a run, ALCOVES_ENDURE_COUNT and ALCOVES_ENDURE_FIRST take a part of it.
import assert from "node:assert/strict";
import { addPerson, startTestInstance } from "@alcoves/testing";
import { fuzz } from "@alcoves/testing/fuzz";
import { sharedMediaIn } from "@alcoves/testing/shared-media";

const mostMemoryMb = 512;
/** An AVIF or HEIC of a camera's size takes more, whole as it is; only one AVIF is decoded at a time. */
const mostChildMb = 768;
const seed = Number(process.env.ALCOVES_ENDURE_SEED ?? 1);
const count = Number(process.env.ALCOVES_ENDURE_COUNT ?? 2_000);
const first = Number(process.env.ALCOVES_ENDURE_FIRST ?? 0);

const paths = sharedMediaIn("");
assert(paths.length > 0, "There is nothing to break: ../shared/media is not there.");
const instance = await startTestInstance();
try {
  const person = await addPerson(instance);
  const report = await fuzz(instance, person, {
    ...{ paths, seed, count, first },
    onProgress(done, { faults, workerPeakMb }) {
      if (done % 100 > 0) return;
      const peak = Math.round(workerPeakMb);
      console.log(`${done} of ${count}, ${faults.length} faults, worker at most ${peak} MB`);
    },
  });
  console.log(JSON.stringify(report, null, 2));
  assert.deepEqual(report.faults, []);
  assert(report.workerPeakMb < mostMemoryMb, "The worker took too much.");
  assert(report.largestChild.peakMb < mostChildMb, `${report.largestChild.command} took too much.`);
} finally {
  await instance.close();
}
process.exit(0);
