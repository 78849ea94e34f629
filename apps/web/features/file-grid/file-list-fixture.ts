import type { ListedFile } from "./file-list.ts";
import { type PagedFiles, pagedList } from "./paged-list.ts";

/** A list of these files, all loaded, for tests; what is given replaces its parts. */
export const aList = (files: readonly ListedFile[], parts: Partial<PagedFiles> = {}) =>
  pagedList({
    files,
    hasMore: false,
    loadMore: () => {},
    loadUntil: async () => files,
    isByDay: false,
    ...parts,
  });
