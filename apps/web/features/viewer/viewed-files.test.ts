import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { aFile } from "../files/file-fixture.ts";
import { pagedFiles } from "./viewed-files.ts";

const someFiles = (count: number) =>
  Array.from({ length: count }, (_, place) => aFile({ fileId: `file-${place}`, name: `${place}.jpg` }));

it("finds a file at the place where it says that it stands", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, any) => {
      const files = pagedFiles(someFiles(count), false, () => undefined);
      const index = any % count;
      expect(files.indexOf(files.at(index)?.fileId ?? "")).toBe(index);
    }),
  );
});

it("knows how many there are once all are loaded, and no place of a stranger", () => {
  expect(pagedFiles(someFiles(3), false, () => undefined).count).toBe(3);
  const growing = pagedFiles(someFiles(3), true, () => undefined);
  expect([growing.count, growing.indexOf("another"), growing.at(3)]).toEqual([null, -1, undefined]);
});

it("loads more near the end of what is loaded, while there is more", () => {
  const loadMore = vi.fn();
  pagedFiles(someFiles(200), true, loadMore).want(100);
  pagedFiles(someFiles(200), false, loadMore).want(199);
  expect(loadMore).not.toHaveBeenCalled();
  pagedFiles(someFiles(200), true, loadMore).want(190);
  expect(loadMore).toHaveBeenCalledOnce();
});
