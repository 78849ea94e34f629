import type { FileSummary, TileFile } from "@alcoves/core/files/schema";
import type { GridItems } from "../../components/justified-grid/grid-items.ts";

/** A file as far as a grid knows it: what its jobs are at is known where a list tells. */
export type ListedFile = TileFile & Partial<Pick<FileSummary, "jobs">>;

/** The heading over a run of files. */
export interface FileSection {
  /** Like `2026-10-14`; null for a run without a heading. */
  day: string | null;
  /** Null while not all are loaded. */
  count: number | null;
}

/** The files of a page, in its order, loaded or not: what the grid, the viewer and the selection of every page go by. */
export interface FileList extends GridItems {
  /** All of them, loaded or not; null while unknown. */
  readonly count: number | null;
  /** @returns what is known of the file at a place; undefined while it is not loaded */
  at(index: number): ListedFile | undefined;
  /** @returns what stands over a section of the grid */
  headingOf(section: number): FileSection;
}
