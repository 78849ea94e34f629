import fc from "fast-check";
import { expect, it } from "vitest";
import { PeakLevels } from "./peak-levels.ts";

it("finds the largest peak of any stretch, and looks at few of them", () => {
  fc.assert(
    fc.property(
      fc.uint16Array({ minLength: 1, maxLength: 2_000, max: 32_768 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (peaks, a, b) => {
        const levels = new PeakLevels(peaks, 50);
        const lengthMs = peaks.length * 20;
        const [fromMs, toMs] = [Math.min(a, b) * lengthMs, Math.max(a, b) * lengthMs];
        const inside = peaks.slice(Math.ceil(fromMs / 20), Math.floor(toMs / 20));
        const found = levels.largestBetween(fromMs, toMs) * 32_768;
        expect(found).toBeGreaterThanOrEqual(Math.max(0, ...inside));
        // What is found lies in the stretch, or as near to it as a fourth of its length.
        const slack = Math.max(40, (toMs - fromMs) / 3);
        const around = peaks.slice(
          Math.max(0, Math.floor((fromMs - slack) / 20)),
          Math.ceil((toMs + slack) / 20) + 1,
        );
        expect(found).toBeLessThanOrEqual(Math.max(0, ...around));
      },
    ),
  );
});

it("is silent outside of the recording", () => {
  expect(new PeakLevels(Uint16Array.of(32_768), 50).largestBetween(1_000, 2_000)).toBe(0);
});
