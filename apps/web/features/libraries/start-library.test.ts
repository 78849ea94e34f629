import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { expect, test } from "vitest";
import { startLibrary } from "./start-library.ts";

const library = (libraryId: string): LibrarySummary => ({
  libraryId,
  name: libraryId,
  emoji: "🏡",
  isPersonal: false,
  allowsSharing: false,
  role: "viewer",
  memberCount: 2,
  fileCount: 0,
  sizeBytes: 0,
});

test("the library that was open last opens again", () => {
  expect(startLibrary([library("a"), library("b")], "b")?.libraryId).toBe("b");
});

test("a library one was removed from gives way to the first", () => {
  expect(startLibrary([library("a"), library("b")], "gone")?.libraryId).toBe("a");
  expect(startLibrary([library("a")], undefined)?.libraryId).toBe("a");
});

test("without a library there is none to open", () => {
  expect(startLibrary([], "a")).toBeNull();
});
