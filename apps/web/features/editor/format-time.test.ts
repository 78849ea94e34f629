import fc from "fast-check";
import { expect, it } from "vitest";
import { formatMark, formatTime, parseTime } from "./format-time.ts";

it("reads every time as it was written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000_000 }), (ms) => {
      expect(parseTime(formatTime(ms))).toBe(ms);
    }),
  );
});

it.each([
  ["83", 83_000],
  ["83.5", 83_500],
  [" 1:23 ", 83_000],
  ["1:23,4567", 83_457],
  ["1:02:03.004", 3_723_004],
  ["90:00", 5_400_000],
])("reads %j", (text, ms) => expect(parseTime(text)).toBe(ms));

it.each(["", "a", "1:60", "1:60:00", "-1", "1::2", "1:2:3:4", "1.", ".5", "1e3"])("refuses %j", (text) =>
  expect(parseTime(text)).toBeNull(),
);

it("is as exact on the ruler as the step", () => {
  expect([formatMark(61_000, 1_000), formatMark(61_500, 500), formatMark(61_550, 50)]).toEqual([
    "1:01",
    "1:01.5",
    "1:01.55",
  ]);
});
