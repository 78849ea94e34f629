import fc from "fast-check";
import { expect, it } from "vitest";
import { parseByteRange } from "./byte-range.ts";
import { contentDisposition } from "./content-disposition.ts";

it.each([
  ["bytes=0-0", 10, { start: 0, end: 0 }],
  ["bytes=5-", 10, { start: 5, end: 9 }],
  ["bytes=-3", 10, { start: 7, end: 9 }],
  ["bytes=-30", 10, { start: 0, end: 9 }],
  ["bytes=2-100", 10, { start: 2, end: 9 }],
  ["bytes=10-", 10, "unsatisfiable"],
  ["bytes=-0", 10, "unsatisfiable"],
  ["bytes=0-", 0, "unsatisfiable"],
  ["bytes=5-2", 10, "whole"],
  ["bytes=0-1,4-5", 10, "whole"],
  ["items=0-1", 10, "whole"],
  [undefined, 10, "whole"],
])("reads %s of %i bytes", (header, size, wanted) => {
  expect(parseByteRange(header, size)).toEqual(wanted);
});

it("never leads out of the blob", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat(1_000), (text, first, last, size) => {
      for (const header of [text, `bytes=${first}-${last}`, `bytes=${first}-`, `bytes=-${last}`]) {
        const range = parseByteRange(header, size);
        if (typeof range === "string") continue;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThan(size);
        expect(range.start).toBeLessThanOrEqual(range.end);
      }
    }),
  );
});

it("is a header whatever the label holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (label) => {
      const value = contentDisposition("attachment", label.toWellFormed());
      expect(value).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/,
      );
      expect(decodeURIComponent(value.split("UTF-8''")[1] ?? "")).toBe(label.toWellFormed());
    }),
  );
});
