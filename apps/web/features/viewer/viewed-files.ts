import type { FileSummary } from "@alcoves/core/files/schema";

/** As much as the viewer needs before the details are there. */
export type ViewedFile = Pick<
  FileSummary,
  "fileId" | "name" | "kind" | "widthPx" | "heightPx" | "durationMs" | "thumbhash" | "pictures"
>;

/**
 * The files that a viewer pages through, in the order of the page under it; a page that loads as one scrolls knows how many
 * there are before it knows which.
 */
export interface ViewedFiles {
  /** All of them, loaded or not; null while unknown. */
  readonly count: number | null;
  /** @returns where a file stands, -1 for one that is not loaded or not there */
  indexOf(fileId: string): number;
  /** @returns what is known of the file at a place: undefined while it is not loaded */
  at(index: number): ViewedFile | undefined;
  /** Asks for files around a place to be loaded; may be called for every turn. */
  want(index: number): void;
}
