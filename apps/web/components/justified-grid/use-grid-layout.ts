import { useRef } from "react";
import type { GridItems } from "./grid-items.ts";
import { type GridLayout, layOutGrid } from "./grid-layout.ts";

/** Gap between pictures, px. */
const gapPx = 3;

/** Rows come near to this height unless a page says otherwise; on a narrow page a row would hold a single picture. All px. */
const usualHeightPx = 215;
const narrowPagePx = 600;
const narrowHeightPx = 140;

const empty: Pick<GridItems, "sections"> = { sections: [] };

/** Sizes that a page gives its grid, px. */
export interface GridSizes {
  /** Height that rows come near to, captions aside; on a phone at most 140. */
  rowHeightPx?: number | undefined;
  /** Height of what stands below each picture; nothing does unless a page says otherwise. */
  captionPx?: number | undefined;
}

/** Lays a grid out for the width it has, taking over what has not changed. Empty before the width is known. */
export function useGridLayout(
  items: GridItems,
  widthPx: number,
  { rowHeightPx = usualHeightPx, captionPx = 0 }: GridSizes,
): GridLayout {
  const targetHeightPx = widthPx < narrowPagePx ? Math.min(rowHeightPx, narrowHeightPx) : rowHeightPx;
  const last = useRef<{ items: GridItems; layout: GridLayout } | null>(null);
  const known = last.current;
  const isSame =
    known?.items === items &&
    known.layout.shape.widthPx === widthPx &&
    known.layout.shape.targetHeightPx === targetHeightPx &&
    known.layout.shape.captionPx === captionPx;
  if (known && isSame) return known.layout;
  const shown = widthPx > 0 ? items : { ...items, ...empty };
  const layout = layOutGrid(shown, { widthPx, targetHeightPx, gapPx, captionPx }, known?.layout);
  last.current = { items, layout };
  return layout;
}
