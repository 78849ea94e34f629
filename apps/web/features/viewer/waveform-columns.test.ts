import fc from "fast-check";
import { expect, it } from "vitest";
import { waveformColumns } from "./waveform-columns.ts";

const somePeaks = fc.array(fc.integer({ min: 0, max: 32_768 }), { minLength: 1 });

it("loses no bang however few the columns are, and invents none", () => {
  fc.assert(
    fc.property(somePeaks, fc.integer({ min: 1, max: 300 }), (peaks, count) => {
      const columns = waveformColumns(Uint16Array.from(peaks), count);
      expect(columns).toHaveLength(count);
      expect(Math.max(...columns)).toBe(Math.max(...peaks) / 32_768);
    }),
  );
});

it("shows silence for no sound at all", () => {
  expect(waveformColumns(new Uint16Array(), 3)).toEqual([0, 0, 0]);
});
