import { blockAt, type GridLayout } from "./grid-layout.ts";

/** A rectangle over a grid, px from its top left. */
export interface GridRect {
  leftPx: number;
  topPx: number;
  rightPx: number;
  bottomPx: number;
}

/** A place on a grid, px from its top left. */
export interface GridPoint {
  xPx: number;
  yPx: number;
}

/** @returns the rectangle between two corners, whichever they are */
export function rectBetween(a: GridPoint, b: GridPoint): GridRect {
  return {
    leftPx: Math.min(a.xPx, b.xPx),
    topPx: Math.min(a.yPx, b.yPx),
    rightPx: Math.max(a.xPx, b.xPx),
    bottomPx: Math.max(a.yPx, b.yPx),
  };
}

/** @returns the items that a rectangle touches, in order, drawn or not */
export function itemsWithin(layout: GridLayout, rect: GridRect): number[] {
  const found: number[] = [];
  for (let at = blockAt(layout, rect.topPx); at < layout.blocks.length; at += 1) {
    const block = layout.blocks[at];
    if (!block || block.topPx > rect.bottomPx) break;
    for (const row of block.rows) {
      const topPx = block.topPx + block.headPx + row.topPx;
      if (topPx > rect.bottomPx || topPx + row.heightPx < rect.topPx) continue;
      for (const cell of row.cells) {
        if (cell.leftPx <= rect.rightPx && cell.leftPx + cell.widthPx >= rect.leftPx)
          found.push(block.first + cell.index);
      }
    }
  }
  return found;
}
