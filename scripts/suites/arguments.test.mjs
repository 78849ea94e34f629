import { expect, it } from "vitest";
import { readArguments } from "./arguments.mjs";

it.each([
  [[], { only: ["check", "unit", "e2e"], filters: [] }],
  [["--only", "e2e"], { only: ["e2e"], filters: [] }],
  [["--only=check,unit"], { only: ["check", "unit"], filters: [] }],
  [
    ["--only", "unit", "packages/core", "-t", "moments"],
    { only: ["unit"], filters: ["packages/core", "-t", "moments"] },
  ],
])("reads %j", (words, read) => expect(readArguments(words)).toEqual(read));

it("refuses a suite that does not exist, and a filter that could mean several", () => {
  expect(() => readArguments(["--only", "units"])).toThrow('no suite "units"');
  expect(() => readArguments(["--only"])).toThrow("no suite");
  expect(() => readArguments(["packages/core"])).toThrow("not said of which");
});
