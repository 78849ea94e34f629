import { expect, it } from "vitest";
import { rateAfter } from "./playback-rates.ts";

it.each([
  [1, 1, 1.25],
  [1, -1, 0.75],
  [2, 1, 2],
  [0.5, -1, 0.5],
  [1.1, 1, 1.25],
] as const)("goes from %f× by %d to %f×", (rate, steps, next) => expect(rateAfter(rate, steps)).toBe(next));
