import { expect, test } from "vitest";
import { addressOf } from "./address-of.ts";

const place = { libraryId: "L", name: "x", parentName: null };
const file = { ...place, type: "file", fileId: "F", kind: "photo", pictures: null } as const;

test("a folder leads to itself, a file to its folder with the file open", () => {
  expect(addressOf({ ...place, type: "folder", folderId: "D" })).toBe("/l/L/f/D");
  expect(addressOf({ ...file, folderId: "D" })).toBe("/l/L/f/D?file=F");
  expect(addressOf({ ...file, folderId: null })).toBe("/l/L?file=F");
});
