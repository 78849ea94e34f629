import { expect, it } from "vitest";
import { findJob, jobContracts } from "./contracts.ts";
import { laneOf, lanePlaces, weights } from "./weights.ts";

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
