import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { aFile } from "../files/file-fixture.ts";
import { aList } from "./file-list-fixture.ts";

const someFiles = (count: number) =>
  Array.from({ length: count }, (_, place) =>
    aFile({ fileId: `file-${place}`, filedAtMs: Date.UTC(2026, 9, 14 - Math.floor(place / 3)) }),
  );

describe("a list that is loaded page by page", () => {
  it("finds a file at the place where it says that it stands", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, any) => {
        const list = aList(someFiles(count));
        const index = any % count;
        expect(list.indexOf(list.keyOf(index) ?? "")).toBe(index);
      }),
    );
  });

  it("knows how many there are once all are loaded, and no place of a stranger", () => {
    expect(aList(someFiles(3)).count).toBe(3);
    const growing = aList(someFiles(3), { hasMore: true });
    expect([growing.count, growing.indexOf("another"), growing.at(3)]).toEqual([null, -1, undefined]);
  });

  it("loads more near the end of what is loaded, while there is more", () => {
    const loadMore = vi.fn();
    aList(someFiles(200), { hasMore: true, loadMore }).want(100);
    aList(someFiles(200), { loadMore }).want(199);
    expect(loadMore).not.toHaveBeenCalled();
    aList(someFiles(200), { hasMore: true, loadMore }).want(190);
    expect(loadMore).toHaveBeenCalledOnce();
  });

  it("counts a day once all of it is loaded", () => {
    const list = aList(someFiles(7), { isByDay: true, hasMore: true });
    expect(list.sections.map(({ count }) => count)).toEqual([3, 3, 1]);
    expect(list.headingOf(0)).toEqual({ day: "2026-10-14", count: 3 });
    expect(list.headingOf(2)).toEqual({ day: "2026-10-12", count: null });
  });

  it("gives the viewer the files without the folders among them", () => {
    const [first, second] = someFiles(2);
    if (!first || !second) throw new Error("There are no files.");
    const folder = { folderId: "a", name: "Summer", fileCount: 2, folderCount: 0 };
    const list = aList([first, folder, second]);
    expect([0, 1, 2].map((index) => list.keyOf(index))).toEqual(["file-0", "folder:a", "file-1"]);
    expect(list.indexOf("folder:a")).toBe(1);
    expect([list.count, list.files.count]).toEqual([3, 2]);
    expect([list.files.indexOf("file-1"), list.files.at(1)?.fileId]).toEqual([1, "file-1"]);
  });

  it("loads what is to be selected", async () => {
    const list = aList(someFiles(3), { hasMore: true, loadUntil: async (count) => someFiles(count) });
    expect(await list.keysOf(1, 2)).toEqual(["file-1", "file-2"]);
    expect(await list.keysOf(2, 3)).toEqual(["file-2", "file-3", "file-4"]);
  });
});
