import { expect, test } from "vitest";
import { tagChoices } from "./tag-choices.ts";

const tags = [
  { tagId: "1", name: "Sea", color: 0 },
  { tagId: "2", name: "Seaside", color: 1 },
  { tagId: "3", name: "Snow", color: 2 },
];
const uses = [
  { tagId: "1", count: 3 },
  { tagId: "2", count: 1 },
];
const ask = (text: string, wishes: [string, boolean][] = []) =>
  tagChoices({ tags, uses, total: 3, wishes: new Map(wishes), text });

test("a tag is on all, some or none of the selection, unless a wish says otherwise", () => {
  const states = (wishes?: [string, boolean][]) => ask("", wishes).shown.map(({ state }) => state);
  expect(states()).toEqual(["all", "some", "none"]);
  expect(
    states([
      ["1", false],
      ["3", true],
    ]),
  ).toEqual(["none", "some", "all"]);
});

test("typing finds tags by any part of their names, in any case, and offers a new one unless it is there", () => {
  expect(ask(" SEA ").shown.map(({ name }) => name)).toEqual(["Sea", "Seaside"]);
  expect(ask("sea").canMake).toBe(false);
  expect(ask("side").canMake).toBe(true);
  expect(ask("  ").canMake).toBe(false);
});

test("a tag that will be made stands first and cannot be made twice", () => {
  const { shown, canMake } = ask("new", [["New", true]]);
  expect(shown).toEqual([{ key: "New", name: "New", color: null, had: "none", state: "all" }]);
  expect(canMake).toBe(false);
});
