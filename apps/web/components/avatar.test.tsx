import { expect, test } from "vitest";
import { initialsOf } from "./avatar.tsx";

test("initials are of the first and the last word", () => {
  expect(initialsOf("Maria Teresa Kern")).toBe("MK");
  expect(initialsOf("  mina ")).toBe("M");
});

test("a character of several code points stays whole", () => {
  expect(initialsOf("👩‍👧 Ada")).toBe("👩‍👧A");
  expect(initialsOf("e\u0301lodie")).toBe("E\u0301");
});

test("a name without characters still shows something", () => {
  expect(initialsOf("   ")).toBe("·");
});
