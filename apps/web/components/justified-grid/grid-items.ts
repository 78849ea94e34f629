import type { CellShape } from "./uniform-rows.ts";

/** A run of items under one heading. */
export interface GridSection {
  /** Stays the same while the section does. */
  readonly key: string;
  /** 1 or more. */
  readonly count: number;
  /** It stands without a heading. */
  readonly isUntitled?: boolean;
  /** Its items are cells of one size, whatever their ratios; the same object as long as they are. */
  readonly cells?: CellShape;
}

/**
 * What a grid shows. Items are counted through all sections from 0; how many there are is known before what they are, so that a grid
 * has its height at once and loads what comes into view. A new object each time anything has changed.
 */
export interface GridItems {
  readonly sections: readonly GridSection[];
  /** @returns an item's key, which stays with it wherever it moves; undefined while it is not loaded */
  keyOf(index: number): string | undefined;
  /** @returns where an item stands; -1 for one that is not loaded, or not there */
  indexOf(key: string): number;
  /** @returns width ÷ height; null while unknown */
  ratioOf(index: number): number | null;
  /** @returns another number whenever one of these items has another key or ratio; 0 while none is loaded */
  versionOf(first: number, count: number): number;
  /** These are in view, or soon will be: time to load them. May be called at every step of a scroll. */
  want(first: number, count?: number): void;
  /** @returns the keys of a run of items, fewer where the grid ends, loading what is not loaded yet. @throws when that fails */
  keysOf(first: number, count: number): Promise<readonly string[]>;
}
