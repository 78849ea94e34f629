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

it("gives what slicing the bytes gives", () => {
  const size = fc.integer({ min: 0, max: 50 });
  const place = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(size, fc.option(place), fc.option(place), (sizeBytes, first, last) => {
      const bytes = Array.from({ length: sizeBytes }, (_, index) => index);
      const range = parseByteRange(`bytes=${first ?? ""}-${last ?? ""}`, sizeBytes);
      const makesNoSense =
        (first === null && last === null) || (first !== null && last !== null && last < first);
      const from = first ?? Math.max(0, sizeBytes - (last ?? 0));
      const wanted = bytes.slice(from, first === null || last === null ? undefined : last + 1);
      const part = wanted.length === 0 ? "unsatisfiable" : { start: wanted[0], end: wanted.at(-1) };
      expect(range).toEqual(makesNoSense ? "whole" : part);
    }),
  );
});

it.each([
  ["bytes = 0-1", "whole"],
  [" bytes=0-1 ", { start: 0, end: 1 }],
  ["bytes=+0-1", "whole"],
  ["bytes=0x0-1", "whole"],
  ["bytes=-", "whole"],
  ["bytes=--1", "whole"],
  ["bytes=1e1-", "whole"],
  [`bytes=0-${"9".repeat(400)}`, { start: 0, end: 9 }],
  [`bytes=${"9".repeat(400)}-`, "unsatisfiable"],
  [`bytes=-${"9".repeat(400)}`, { start: 0, end: 9 }],
])("reads %j of ten bytes", (header, wanted) => {
  expect(parseByteRange(header, 10)).toEqual(wanted);
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
