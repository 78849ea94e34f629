import { expect, it } from "vitest";
import { aFile } from "./file-fixture.ts";
import { processingPercent } from "./processing-percent.ts";

const { jobs } = aFile();
const notNeeded = { ...jobs.proxy, status: "not_needed" as const, progress: 0 };
const half = { ...jobs.proxy, status: "processing" as const, progress: 50 };
const failed = { ...jobs.proxy, status: "failed" as const, progress: 0 };

it("counts each needed job the same", () => {
  expect(processingPercent({ jobs })).toBe(100);
  expect(processingPercent({ jobs: { ...jobs, proxy: half } })).toBe(90);
  expect(processingPercent({ jobs: { ...jobs, proxy: half, hash: notNeeded } })).toBe(87);
});

it("counts a failed job as over and a file without jobs as done", () => {
  expect(processingPercent({ jobs: { ...jobs, proxy: failed } })).toBe(100);
  const none = {
    ...jobs,
    metadata: notNeeded,
    thumbnail: notNeeded,
    variants: notNeeded,
    proxy: notNeeded,
    hash: notNeeded,
  };
  expect(processingPercent({ jobs: none })).toBe(100);
});
