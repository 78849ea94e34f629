import fc from "fast-check";
import { expect, it } from "vitest";
import { readQuota, writeQuota } from "./quota.ts";

it("reads what it writes", () => {
  fc.assert(
    fc.property(fc.option(fc.nat({ max: 1_000_000 })), (megabytes) => {
      const bytes = megabytes === null ? null : megabytes * 1_000_000;
      expect(readQuota(writeQuota(bytes))).toBe(bytes);
    }),
  );
});

it.each([
  ["", null],
  ["  ", null],
  ["0", 0],
  ["1,5", 1_500_000_000],
  [" 20 ", 20_000_000_000],
  ["-1", undefined],
  ["much", undefined],
  ["1e30", undefined],
  ["NaN", undefined],
])("reads %j as %j bytes", (text, bytes) => {
  expect(readQuota(text)).toBe(bytes);
});
