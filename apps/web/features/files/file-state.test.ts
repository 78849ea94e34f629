import type { JobState } from "@alcoves/core/files/schema";
import { describe, expect, it } from "vitest";
import { aFile, doneJob } from "./file-fixture.ts";
import { fileState } from "./file-state.ts";

const queued: JobState = { status: "queued", progress: 0, etaSeconds: null, error: null };
const running: JobState = { status: "processing", progress: 40, etaSeconds: 12, error: null };
const failed: JobState = { status: "failed", progress: 0, etaSeconds: null, error: "The video is cut off." };
const notNeeded: JobState = { ...queued, status: "not_needed" };
const jobs = aFile().jobs;

describe("the state of a file", () => {
  it("is ready when nothing is left to do", () => {
    expect(fileState(aFile({ jobs: { ...jobs, proxy: notNeeded } }))).toEqual({ kind: "ready" });
  });

  it("is the running job with its progress and time left", () => {
    const state = fileState(aFile({ jobs: { ...jobs, variants: queued, proxy: running } }));
    expect(state).toEqual({ kind: "processing", job: "proxy", progress: 40, etaSeconds: 12 });
  });

  it("is the first waiting job when none runs", () => {
    const state = fileState(aFile({ jobs: { ...jobs, proxy: queued, thumbnail: queued } }));
    expect(state).toMatchObject({ kind: "processing", job: "thumbnail" });
  });

  it("is failed with its reason, whatever else still runs", () => {
    const state = fileState(
      aFile({ jobs: { ...jobs, metadata: doneJob, variants: running, proxy: failed } }),
    );
    expect(state).toEqual({ kind: "failed", job: "proxy", error: "The video is cut off." });
  });
});
