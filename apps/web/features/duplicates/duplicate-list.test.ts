import type { DuplicateFile, DuplicateGroup, DuplicatePage } from "@alcoves/core/duplicates/schema";
import { expect, test } from "vitest";
import { aFile } from "../files/file-fixture.ts";
import { differing } from "./differing.ts";
import { duplicateList } from "./duplicate-list.ts";

const aDuplicate = (fileId: string, more: Partial<DuplicateFile> = {}): DuplicateFile => ({
  ...aFile({ fileId }),
  folderName: null,
  ...more,
});
const group = (groupId: string, ...ids: string[]): DuplicateGroup => ({
  groupId,
  isExact: true,
  mayDecide: true,
  files: ids.map((fileId) => aDuplicate(fileId)),
});
const page = (nextCursor: string | null, ...groups: DuplicateGroup[]): DuplicatePage => ({
  groups,
  nextCursor,
});

test("groups are sections of a list, each once, and a file knows its group and where that begins", async () => {
  const pages = [
    page("next", group("1", "a", "b"), group("2", "c", "d", "e")),
    page("more", group("2", "c", "d", "e")),
  ];
  const all = [...pages, page(null, group("3", "f", "g"))];
  const { list, groupOf } = duplicateList({
    pages,
    hasMore: true,
    loadMore: () => {},
    loadNext: async () => all,
  });
  expect(list.sections).toEqual([
    { key: "1", count: 2 },
    { key: "2", count: 3 },
  ]);
  expect(list.at(2)).toMatchObject({ fileId: "c" });
  expect(groupOf("d")).toMatchObject({ first: 2, group: { groupId: "2" } });
  expect(groupOf("f")).toBeUndefined();
  expect(await list.keysOf(0, 100)).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
});

test("files differ in what is not the same of all", () => {
  const [one, other] = [
    aDuplicate("1"),
    aDuplicate("2", { sizeBytes: 7, folderId: "x", widthPx: 8, heightPx: 6 }),
  ];
  expect([...differing([one, other])]).toEqual(["dimensions", "size", "folder"]);
  expect(differing([one, one]).size).toBe(0);
});
