import { ratioOf } from "../files/picture-srcset.ts";
import { type FileList, isFile, keyOfItem, type ListedItem } from "./file-list.ts";
import { groupByDay } from "./group-by-day.ts";

/** What is this near to the last one loaded makes the next page come. */
const nearEnd = 60;

/** What a list of pages is made of. */
export interface PagedItems {
  /** As far as they are loaded, in order. */
  items: readonly ListedItem[];
  hasMore: boolean;
  loadMore(): void;
  /** Loads pages until there are so many, or all. @returns them */
  loadUntil(count: number): Promise<readonly ListedItem[]>;
  /** Under the days on which they were taken; else in one run. */
  isByDay: boolean;
}

let versions = 0;

/** A list whose pages come one after the other, as one scrolls. */
export function pagedList(pages: PagedItems): FileList {
  const { items, hasMore, loadMore, loadUntil, isByDay } = pages;
  const files = items.filter(isFile);
  const days = isByDay ? groupByDay(files) : [];
  const oneRun = items.length > 0 ? [{ key: "all", count: items.length, isUntitled: true }] : [];
  const places = placesOf(items);
  const filePlaces = files.length === items.length ? places : placesOf(files);
  const countOf = (loaded: readonly ListedItem[]) => (hasMore ? null : loaded.length);
  const wantOf = (loaded: readonly ListedItem[], first: number, count = 1) => {
    if (hasMore && first + count >= loaded.length - nearEnd) loadMore();
  };
  versions += 1;
  const version = versions;
  return {
    sections: isByDay ? days.map(({ day, count }) => ({ key: day, count })) : oneRun,
    count: countOf(items),
    files: {
      count: countOf(files),
      indexOf: (fileId) => filePlaces.get(fileId) ?? -1,
      at: (index) => files[index],
      want: (index) => wantOf(files, index),
    },
    keyOf(index) {
      const item = items[index];
      return item && keyOfItem(item);
    },
    indexOf: (key) => places.get(key) ?? -1,
    at: (index) => items[index],
    ratioOf(index) {
      const item = items[index];
      return item && isFile(item) ? ratioOf(item) : null;
    },
    versionOf: () => version,
    headingOf(section) {
      const group = days[section];
      // Of the last day more may come.
      const isWhole = section < days.length - 1 || !hasMore;
      return { day: group?.day ?? null, count: group && isWhole ? group.count : null };
    },
    want: (first, count) => wantOf(items, first, count),
    async keysOf(first, count) {
      const loaded = first + count <= items.length ? items : await loadUntil(first + count);
      return loaded.slice(first, first + count).map(keyOfItem);
    },
  };
}

const placesOf = (items: readonly ListedItem[]) =>
  new Map(items.map((item, index) => [keyOfItem(item), index]));
