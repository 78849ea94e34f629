import { addPerson, startTestInstance } from "@alcoves/testing";
import { fuzz } from "@alcoves/testing/fuzz";
import { describeWithSharedMedia, sharedMediaIn } from "@alcoves/testing/shared-media";
import { expect, it } from "vitest";

/** A few of the thousands that `endurance/fuzz.ts` takes. */
const count = 40;
const mostMemoryMb = 512;

describeWithSharedMedia("broken files", () => {
  it("end as ready or with a sentence, and leave the worker alive, small and tidy", async () => {
    const instance = await startTestInstance();
    const ada = await addPerson(instance);
    const report = await fuzz(instance, ada, { paths: sharedMediaIn(""), seed: 1, count });
    await instance.close();
    expect(report.faults).toEqual([]);
    expect(report.outcomes.ready).toBeGreaterThan(0);
    expect(report.workerPeakMb).toBeLessThan(mostMemoryMb);
    expect(report.largestChild.peakMb).toBeLessThan(mostMemoryMb);
  }, 180_000);
});
