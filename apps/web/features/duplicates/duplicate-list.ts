import type { DuplicateFile, DuplicateGroup, DuplicatePage } from "@alcoves/core/duplicates/schema";
import type { FileList } from "../file-grid/file-list.ts";
import { pagedList } from "../file-grid/paged-list.ts";

/** What groups of duplicates are loaded, and how more are. */
export interface LoadedGroups {
  pages: readonly DuplicatePage[];
  hasMore: boolean;
  loadMore(): void;
  /** Loads one more page. @returns all pages */
  loadNext(): Promise<readonly DuplicatePage[]>;
}

/** Groups of duplicates as a grid takes them: a section each. */
export interface DuplicateList {
  groups: readonly DuplicateGroup[];
  list: FileList;
  /** @returns the group a file is in, with its place; undefined for one that is in none */
  groupOf(fileId: string): PlacedGroup | undefined;
}

/** A group with the place of its first file in the grid. */
export interface PlacedGroup {
  group: DuplicateGroup;
  first: number;
}

/** Makes a list of groups. A group that moved from one page to the next while they were loaded stands once. */
export function duplicateList({ pages, hasMore, loadMore, loadNext }: LoadedGroups): DuplicateList {
  const groups = groupsOf(pages);
  const places = new Map<string, PlacedGroup>();
  let first = 0;
  for (const group of groups) {
    for (const { fileId } of group.files) places.set(fileId, { group, first });
    first += group.files.length;
  }
  const loadUntil = async (count: number): Promise<DuplicateFile[]> => {
    let files = groups.flatMap((group) => group.files);
    let loaded = pages;
    while (files.length < count && loaded.at(-1)?.nextCursor) {
      loaded = await loadNext();
      files = groupsOf(loaded).flatMap((group) => group.files);
    }
    return files;
  };
  // Their tiles need not say here what all of them are.
  const files = groups.flatMap((group) => group.files.map((file) => ({ ...file, isDuplicate: false })));
  return {
    groups,
    list: {
      ...pagedList({ items: files, hasMore, loadMore, loadUntil, isByDay: false }),
      sections: groups.map(({ groupId, files: { length: count } }) => ({ key: groupId, count })),
    },
    groupOf: (fileId) => places.get(fileId),
  };
}

function groupsOf(pages: readonly DuplicatePage[]): DuplicateGroup[] {
  const groups = new Map(pages.flatMap((page) => page.groups.map((group) => [group.groupId, group])));
  return [...groups.values()];
}
