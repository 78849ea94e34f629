import { type Ref, useImperativeHandle } from "react";
import type { GridLayout } from "./grid-layout.ts";
import type { GridWindow } from "./use-grid-window.ts";

/** What others may ask of a grid. */
export interface GridHandle {
  /** Brings an item into view and gives it the focus. */
  focus(index: number): void;
  /** Brings a section to the top. */
  showSection(section: number, part?: number): void;
}

/** Gives a grid's handle to the page. */
export function useGridHandle(
  handle: Ref<GridHandle> | undefined,
  grid: { layout: GridLayout; view: GridWindow; focus(index: number): void },
): void {
  useImperativeHandle(handle, () => ({
    focus: grid.focus,
    showSection(section, part = 0) {
      const place = grid.layout.sections[section];
      if (place) grid.view.scrollTo(place.topPx + place.heightPx * part);
    },
  }));
}
