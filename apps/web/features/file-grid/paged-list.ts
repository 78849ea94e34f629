import { ratioOf } from "../files/picture-srcset.ts";
import type { FileList, ListedFile } from "./file-list.ts";
import { groupByDay } from "./group-by-day.ts";

/** Files this near to the last one loaded make the next page come. */
const nearEnd = 60;

/** What a list of pages is made of. */
export interface PagedFiles {
  /** As far as they are loaded, in order. */
  files: readonly ListedFile[];
  hasMore: boolean;
  loadMore(): void;
  /** Loads pages until there are so many files, or all. @returns them */
  loadUntil(count: number): Promise<readonly ListedFile[]>;
  /** Under the days on which they were taken; else in one run. */
  isByDay: boolean;
}

let versions = 0;

/** A list whose pages come one after the other, as one scrolls. */
export function pagedList(pages: PagedFiles): FileList {
  const { files, hasMore, loadMore, loadUntil, isByDay } = pages;
  const days = isByDay ? groupByDay(files) : [];
  const oneRun = files.length > 0 ? [{ key: "all", count: files.length, isUntitled: true }] : [];
  const places = new Map(files.map(({ fileId }, index) => [fileId, index]));
  versions += 1;
  const version = versions;
  return {
    sections: isByDay ? days.map(({ day, count }) => ({ key: day, count })) : oneRun,
    count: hasMore ? null : files.length,
    keyOf: (index) => files[index]?.fileId,
    indexOf: (fileId) => places.get(fileId) ?? -1,
    at: (index) => files[index],
    ratioOf(index) {
      const file = files[index];
      return file ? ratioOf(file) : null;
    },
    versionOf: () => version,
    headingOf(section) {
      const group = days[section];
      // Of the last day more may come.
      const isWhole = section < days.length - 1 || !hasMore;
      return { day: group?.day ?? null, count: group && isWhole ? group.count : null };
    },
    want(first, count = 1) {
      if (hasMore && first + count >= files.length - nearEnd) loadMore();
    },
    async keysOf(first, count) {
      const loaded = first + count <= files.length ? files : await loadUntil(first + count);
      return loaded.slice(first, first + count).map(({ fileId }) => fileId);
    },
  };
}
