import fc from "fast-check";
import { expect, it } from "vitest";
import { findJob, jobContracts } from "./contracts.ts";
import { laneOf, lanePlaces, priorityOf, weights } from "./weights.ts";

const weight = fc.record({
  importance: fc.integer({ min: 1, max: 100 }),
  complexity: fc.integer({ min: 1, max: 100 }),
});

it("runs what matters more for its work first, and never before everything", () => {
  fc.assert(
    fc.property(weight, weight, (a, b) => {
      const [first, second] = [a.importance / a.complexity, b.importance / b.complexity];
      if (first > second) expect(priorityOf(a)).toBeLessThanOrEqual(priorityOf(b));
      // In BullMQ 0 means "no priority", which goes before every other.
      expect(priorityOf(a)).toBeGreaterThanOrEqual(1);
      expect(priorityOf(a)).toBeLessThanOrEqual(2_097_152);
    }),
  );
});

it("keeps the lane of pictures that somebody waits for to itself", () => {
  expect(laneOf(weights.interactive)).toBe("interactive");
  expect([weights.light, weights.steady].map(laneOf)).toEqual(["light", "light"]);
  expect([weights.understanding, weights.heavy, weights.background].map(laneOf)).toEqual([
    "heavy",
    "heavy",
    "heavy",
  ]);
  for (const cores of [1, 2, 4, 64]) {
    const places = lanePlaces(cores);
    expect(places.heavy).toBeGreaterThanOrEqual(1);
    expect(places.interactive).toBeGreaterThan(places.heavy);
  }
});

it("knows every job by one name", () => {
  const names = jobContracts.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(findJob(name)?.name).toBe(name);
  expect(findJob("of-another-build")).toBeNull();
});
