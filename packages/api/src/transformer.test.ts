import fc from "fast-check";
import superjson from "superjson";
import { describe, expect, it } from "vitest";
import { transformer } from "./transformer.ts";

/** What arrives of a value. */
const sent = (value: unknown): unknown =>
  superjson.deserialize(JSON.parse(JSON.stringify(transformer.serialize(value))));

const value = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  // superjson refuses them, as it always did
  key: fc.string().filter((key) => !["__proto__", "constructor", "prototype"].includes(key)),
});

describe("the transformer", () => {
  it("lets every value arrive as superjson by itself does", () => {
    fc.assert(
      fc.property(value, (value) => {
        const alone = superjson.deserialize(JSON.parse(JSON.stringify(superjson.serialize(value))));
        expect(sent(value)).toEqual(alone);
      }),
    );
  });

  it.each([
    ["a date", new Date(0)],
    ["nothing", undefined],
    ["no number", Number.NaN],
    ["minus zero", -0],
    ["a large number", 2n ** 64n],
    ["dates at any place", { files: [{ at: new Date(5), "a.b\\c": [null, new Date(6)] }], names: ["a"] }],
    ["a date beside what JSON cannot say", { at: new Date(5), size: 3n }],
    ["something missing within an object", { note: undefined }],
  ])("keeps %s", (_name, value) => expect(sent(value)).toStrictEqual(value));

  it("sends columns without anything about them", () => {
    const columns = { days: [18_000, 17_999], names: ["a", null], isCut: false };
    expect(transformer.serialize(columns)).toStrictEqual({ json: columns });
  });

  it("tells of dates as superjson does", () => {
    const file = { name: "a", capturedAt: new Date(5), jobs: [{ endedAt: new Date(6) }] };
    const own = transformer.serialize([file, { ...file, capturedAt: null }]);
    const its = superjson.serialize([file, { ...file, capturedAt: null, jobs: [{ endedAt: new Date(6) }] }]);
    expect(JSON.parse(JSON.stringify(own))).toEqual(JSON.parse(JSON.stringify(its)));
  });

  it("refuses keys that could change what all objects have", () => {
    expect(() => transformer.serialize({ constructor: 1 })).toThrow();
  });
});
