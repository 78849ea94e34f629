import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readModifiedAt } from "./modified-at.ts";

describe("readModifiedAt", () => {
  const now = new Date("2026-11-21T12:00:00Z");

  it("reads ms since 1970", () => {
    expect(readModifiedAt("1706704496123", now)).toEqual(new Date("2024-01-31T12:34:56.123Z"));
  });

  it.each(["", "0", "-1", "315532800000", "1e12", "Infinity", "2024-01-31", "99999999999999999999"])(
    "drops %j, which no clock shows",
    (text) => expect(readModifiedAt(text, now)).toBeNull(),
  );

  it("drops the future", () => {
    expect(readModifiedAt(String(now.getTime() + 2 * 24 * 60 * 60 * 1_000), now)).toBeNull();
  });

  it("gives a date the database takes, or none, whatever is sent", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.maxSafeNat().map(String)), (text) => {
        const read = readModifiedAt(text, now);
        if (read) expect(read.toISOString()).toMatch(/^(19|20)/);
      }),
    );
  });
});
