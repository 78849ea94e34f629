import { expect, test } from "vitest";
import { matchesText } from "./match-text.ts";

test("a label answers to its words in any order, and to nothing typed", () => {
  expect(matchesText("New folder", "fold new")).toBe(true);
  expect(matchesText("New folder", "")).toBe(true);
  expect(matchesText("New folder", "  ")).toBe(true);
  expect(matchesText("New folder", "folder upload")).toBe(false);
  expect(matchesText("Ärzte", "ärz")).toBe(true);
});
