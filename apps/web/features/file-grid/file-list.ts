import type { FileSummary, TileFile } from "@alcoves/core/files/schema";
import type { GridItems } from "../../components/justified-grid/grid-items.ts";
import { folderKey } from "../items/item-keys.ts";
import type { ViewedFiles } from "../viewer/viewed-files.ts";

/** What lies in the trash says when it is deleted for good. */
interface Leaving {
  leavesAt?: Date;
}

/** A file as far as a grid knows it: what its jobs are at, and what is only said in tables, is known where a list tells. */
export type ListedFile = TileFile & Partial<Pick<FileSummary, "jobs" | "sizeBytes" | "mimeType">> & Leaving;

/** A folder as far as a grid knows it. */
export interface ListedFolder extends Leaving {
  folderId: string;
  name: string;
  fileCount: number;
  folderCount: number;
}

/** What a page lists. */
export type ListedItem = ListedFile | ListedFolder;

/** @returns whether it is a file, and not a folder */
export const isFile = (item: ListedItem): item is ListedFile => "fileId" in item;

/** @returns the key of a file or folder in lists and selections */
export const keyOfItem = (item: ListedItem): string =>
  isFile(item) ? item.fileId : folderKey(item.folderId);

/** The heading over a run of files. */
export interface FileSection {
  /** Like `2026-10-14`; null for a run without a heading. */
  day: string | null;
  /** Null while not all are loaded. */
  count: number | null;
}

/** What a page lists, in its order, loaded or not: what the grid, the viewer and the selection of every page go by. */
export interface FileList extends GridItems {
  /** All of them, loaded or not; null while unknown. */
  readonly count: number | null;
  /** The files among them, which the viewer pages through. */
  readonly files: ViewedFiles;
  /** @returns what is known of the file or folder at a place; undefined while it is not loaded */
  at(index: number): ListedItem | undefined;
  /** @returns what stands over a section of the grid */
  headingOf(section: number): FileSection;
}
