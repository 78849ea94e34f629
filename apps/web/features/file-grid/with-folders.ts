import type { CellShape } from "../../components/justified-grid/uniform-rows.ts";
import { folderKey } from "../items/item-keys.ts";
import type { FileList, ListedFolder } from "./file-list.ts";

/** Folders are cards over the files of a page. */
const folderCards: CellShape = { heightPx: 54, leastWidthPx: 210, gapPx: 8 };

let versions = 0;

/** @returns a list with folders before its files, so that both are selected alike */
export function withFolders(folders: readonly ListedFolder[], list: FileList): FileList {
  const { length } = folders;
  if (length === 0) return list;
  const keys = folders.map(({ folderId }) => folderKey(folderId));
  const places = new Map(keys.map((key, place) => [key, place]));
  versions += 1;
  const version = versions;
  /** The part of a run that lies behind the folders, counted as the list itself counts. */
  const behind = (first: number, count: number) => ({
    first: Math.max(0, first - length),
    count: Math.max(0, Math.min(count, first + count - length)),
  });
  return {
    ...list,
    sections: [{ key: "folders", count: length, isUntitled: true, cells: folderCards }, ...list.sections],
    count: list.count === null ? null : list.count + length,
    keyOf: (index) => keys[index] ?? list.keyOf(index - length),
    indexOf(key) {
      const index = list.indexOf(key);
      return places.get(key) ?? (index === -1 ? -1 : index + length);
    },
    at: (index) => folders[index] ?? list.at(index - length),
    ratioOf: (index) => (index < length ? null : list.ratioOf(index - length)),
    versionOf: (first, count) => (first < length ? version : list.versionOf(first - length, count)),
    headingOf: (section) => (section === 0 ? { day: null, count: null } : list.headingOf(section - 1)),
    want(first, count = 1) {
      const files = behind(first, count);
      if (files.count > 0) list.want(files.first, files.count);
    },
    async keysOf(first, count) {
      const files = behind(first, count);
      const fileKeys = files.count > 0 ? await list.keysOf(files.first, files.count) : [];
      return [...keys.slice(first, first + count), ...fileKeys];
    },
  };
}
