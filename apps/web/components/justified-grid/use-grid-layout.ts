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

/** Lays a grid out for the width it has, taking over what has not changed. Empty before the width is known. */
export function useGridLayout(items: GridItems, widthPx: number, rowHeightPx = usualHeightPx): GridLayout {
  const targetHeightPx = widthPx < narrowPagePx ? Math.min(rowHeightPx, narrowHeightPx) : rowHeightPx;
  const last = useRef<{ items: GridItems; layout: GridLayout } | null>(null);
  const known = last.current;
  const isSame =
    known?.items === items &&
    known.layout.shape.widthPx === widthPx &&
    known.layout.shape.targetHeightPx === targetHeightPx;
  if (known && isSame) return known.layout;
  const shown = widthPx > 0 ? items : { ...items, ...empty };
  const layout = layOutGrid(shown, { widthPx, targetHeightPx, gapPx }, known?.layout);
  last.current = { items, layout };
  return layout;
}
