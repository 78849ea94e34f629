import { expect, test } from "vitest";
import messages from "../../messages/en.json" with { type: "json" };
import { groupShortcuts, shortcuts } from "./shortcuts.ts";

test("what does something is listed by group, in the order of the table", () => {
  expect(groupShortcuts(new Set(["trash", "help", "select"]))).toEqual([
    { group: "everywhere", ids: ["help"] },
    { group: "files", ids: ["select", "trash"] },
  ]);
  expect(groupShortcuts(new Set())).toEqual([]);
});

test("every shortcut and every group has its words", () => {
  expect(Object.keys(messages.shortcuts.what).sort()).toEqual(Object.keys(shortcuts).sort());
  const groups = new Set(Object.values(shortcuts).map(({ group }) => group));
  expect(Object.keys(messages.shortcuts.group).sort()).toEqual([...groups].sort());
});
