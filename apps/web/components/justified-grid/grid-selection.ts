import { useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { noSelection, type Selection } from "./selection.ts";

/** What is selected in a grid, to be read and changed anywhere on its page. */
export type GridSelection = StoreApi<Selection>;

/** Makes the selection of a page's grid. It lives as long as the page. */
export function useGridSelection(): GridSelection {
  const [selection] = useState(() => createStore<Selection>(() => noSelection));
  return selection;
}

/** @returns how many are selected */
export const useSelectedCount = (selection: GridSelection): number =>
  useStore(selection, ({ keys }) => keys.size);

/** @returns whether anything is selected; a tile that asks is drawn anew only when that changes */
export const useIsAnySelected = (selection: GridSelection): boolean =>
  useStore(selection, ({ keys }) => keys.size > 0);

/** @returns the keys of what is selected; whoever asks is drawn anew whenever they change */
export const useSelectedKeys = (selection: GridSelection): ReadonlySet<string> =>
  useStore(selection, ({ keys }) => keys);

/** @returns whether one is selected; a tile that asks is drawn anew only when its own answer changes */
export const useIsSelected = (selection: GridSelection, key: string): boolean =>
  useStore(selection, ({ keys }) => keys.has(key));
