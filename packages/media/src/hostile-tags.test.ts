import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCamera } from "./camera.ts";
import { readCapture } from "./capture-date.ts";
import { readDescribed } from "./described.ts";
import { contentIdentifierOf, is360 } from "./kinds.ts";
import { hasMotion } from "./motion.ts";
import { readPlace } from "./place.ts";
import type { Tags } from "./tags.ts";

const readers: Record<string, (tags: Tags) => unknown> = {
  camera: readCamera,
  capture: (tags) => readCapture({ tags, sidecar: tags }),
  described: readDescribed,
  contentIdentifier: contentIdentifierOf,
  is360,
  hasMotion,
  place: readPlace,
};

/** Values that refuse to become a text or a number. */
const stubborn = {
  "an object without a prototype": Object.create(null),
  "an object whose text is none": { toString: 1, valueOf: null },
  "a symbol": Symbol("tag"),
  "a big integer": 10n,
  "a list of them": [Object.create(null), Symbol("tag")],
};

/** Every tag that a reader asks for, found by letting it ask. */
function tagsAskedBy(read: (tags: Tags) => unknown): string[] {
  const asked = new Set<string>();
  for (const answer of [undefined, "2020:01:01 10:00:00"]) {
    const get = (_: Tags, name: string | symbol) => {
      asked.add(String(name));
      return answer;
    };
    read(new Proxy<Tags>({}, { get }));
  }
  return [...asked];
}

describe.each(Object.entries(readers))("the reader of %s", (_, read) => {
  const names = tagsAskedBy(read);
  const nothing = read({});

  it.each(Object.entries(stubborn))("reads nothing from %s", (_, value) => {
    for (const name of names) expect(read({ [name]: value })).toEqual(nothing);
    expect(read(Object.fromEntries(names.map((name) => [name, value])))).toEqual(nothing);
  });

  it("survives whatever the tags hold", () => {
    const name = fc.constantFrom("none", ...names);
    const text = fc.constantFrom("2020:01:01", "10:00:00+01:00", "1/250", "5");
    fc.assert(fc.property(fc.dictionary(name, fc.oneof(text, fc.anything())), (tags) => void read(tags)));
  });
});
