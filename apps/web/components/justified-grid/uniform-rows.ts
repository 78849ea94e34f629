import type { JustifiedRow } from "./justify-rows.ts";

/** Cells of one size, as cards and the rows of a table are; all in px. */
export interface CellShape {
  readonly heightPx: number;
  /** As many stand beside each other as have this width; null for one in a row. */
  readonly leastWidthPx: number | null;
  readonly gapPx: number;
}

/** @returns how many cells stand beside each other, 1 or more */
export function columnsOf({ leastWidthPx, gapPx }: CellShape, widthPx: number): number {
  return leastWidthPx === null ? 1 : Math.max(1, Math.floor((widthPx + gapPx) / (leastWidthPx + gapPx)));
}

/** Puts cells of one size into rows that fill the width, on whole pixels. */
export function uniformRows(count: number, shape: CellShape, widthPx: number): JustifiedRow[] {
  const columns = columnsOf(shape, widthPx);
  const cellPx = (widthPx - shape.gapPx * (columns - 1)) / columns;
  const edgePx = (column: number) => Math.round(column * (cellPx + shape.gapPx));
  return Array.from({ length: Math.ceil(count / columns) }, (_, row) => ({
    heightPx: shape.heightPx,
    cells: Array.from({ length: Math.min(columns, count - row * columns) }, (_, column) => ({
      index: row * columns + column,
      leftPx: edgePx(column),
      widthPx: edgePx(column + 1) - shape.gapPx - edgePx(column),
    })),
  }));
}
