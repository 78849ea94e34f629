import { describe, expect, it } from "vitest";
import { addCounts, countCheck, countPlaywright, countVitest, formatCounts } from "./counts.mjs";

const file = (/** @type {string} */ status, /** @type {string[]} */ ...tests) => ({
  name: "a.test.ts",
  status,
  assertionResults: tests.map((each) => ({ fullName: `is ${each}`, status: each })),
});

describe("countCheck", () => {
  it("reads the last line", () => {
    expect(countCheck("types: good\n12 passed, 1 failed\n", 1)).toMatchObject({ passed: 12, failed: 1 });
  });

  it("takes an end without that line for a failure, whatever the code says", () => {
    expect(countCheck("", 0).failed).toBe(1);
    expect(countCheck("Error: out of memory", 134).failed).toBe(1);
  });
});

describe("countVitest", () => {
  it("counts tests by how they ended and names the skipped", () => {
    const report = {
      testResults: [file("failed", "passed", "failed", "skipped"), file("passed", "passed", "todo")],
    };
    expect(countVitest(report, 1)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 2,
      skippedNames: ["a.test.ts: is skipped", "a.test.ts: is todo"],
    });
  });

  it("counts a file that could not be loaded as failed", () => {
    expect(countVitest({ testResults: [file("failed"), file("passed", "passed")] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it("counts a run without a test, a report or a good end as failed", () => {
    expect(countVitest({ testResults: [] }, 0).failed).toBe(1);
    expect(countVitest(undefined, 1).failed).toBe(1);
    expect(countVitest({ testResults: [file("passed", "passed")] }, 1).failed).toBe(1);
  });
});

describe("countPlaywright", () => {
  it("counts a flaky test as failed and finds skipped ones in nested suites", () => {
    const spec = { file: "upload.spec.ts", title: "takes a drop", tests: [{ status: "skipped" }] };
    const report = {
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 },
      suites: [{ specs: [], suites: [{ specs: [spec] }] }],
    };
    expect(countPlaywright(report, 1)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 1,
      skippedNames: ["upload.spec.ts: takes a drop"],
    });
  });

  it("counts a run that did not start as failed", () => {
    expect(countPlaywright(undefined, 1).failed).toBe(1);
    expect(countPlaywright({ stats: {}, suites: [] }, 0).failed).toBe(1);
  });
});

it("sums suites and leaves skipped out of the line when there are none", () => {
  const counts = { passed: 2, failed: 0, skipped: 0, skippedNames: [] };
  expect(formatCounts(addCounts([counts, counts]))).toBe("4 passed, 0 failed");
  expect(formatCounts(addCounts([counts, { ...counts, skipped: 1, skippedNames: ["x"] }]))).toBe(
    "4 passed, 0 failed, 1 skipped",
  );
});
