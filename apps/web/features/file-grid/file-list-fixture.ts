import type { ListedItem } from "./file-list.ts";
import { type PagedItems, pagedList } from "./paged-list.ts";

/** A list of these files, all loaded, for tests; what is given replaces its parts. */
export const aList = (items: readonly ListedItem[], parts: Partial<PagedItems> = {}) =>
  pagedList({
    items,
    hasMore: false,
    loadMore: () => {},
    loadUntil: async () => items,
    isByDay: false,
    ...parts,
  });
