import { expect, it, vi } from "vitest";
import { aFile } from "../files/file-fixture.ts";
import { aList } from "./file-list-fixture.ts";
import { withFolders } from "./with-folders.ts";

const folders = ["x", "y"].map((folderId) => ({ folderId, name: folderId, fileCount: 0, folderCount: 0 }));
const files = ["a", "b", "c"].map((fileId) => aFile({ fileId }));

it("counts folders before the files, and finds both where it says that they stand", async () => {
  const list = withFolders(folders, aList(files));
  const keys = ["folder:x", "folder:y", "a", "b", "c"];
  expect(keys.map((_, index) => list.keyOf(index))).toEqual(keys);
  expect(keys.map((key) => list.indexOf(key))).toEqual([0, 1, 2, 3, 4]);
  expect([list.indexOf("gone"), list.keyOf(5), list.count]).toEqual([-1, undefined, 5]);
  expect(list.sections.map(({ count }) => count)).toEqual([2, 3]);
  for (const [first, count] of [
    [0, 1],
    [0, 5],
    [1, 2],
    [3, 9],
  ] as const)
    expect(await list.keysOf(first, count)).toEqual(keys.slice(first, first + count));
});

it("asks for no files while folders alone are in view", () => {
  const loadMore = vi.fn();
  const list = withFolders(folders, aList(files, { hasMore: true, loadMore }));
  list.want(0, 2);
  expect(loadMore).not.toHaveBeenCalled();
  list.want(1, 2);
  expect(loadMore).toHaveBeenCalledOnce();
});

it("is the list itself where there are no folders", () => {
  const list = aList(files);
  expect(withFolders([], list)).toBe(list);
});
