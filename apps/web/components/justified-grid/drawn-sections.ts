import { blockAt, type GridBlock, type GridLayout, placeOf } from "./grid-layout.ts";
import type { DrawnRow, DrawnSection } from "./grid-section.tsx";

/**
 * The rows between two heights, by section.
 * @param span px from the top of the grid; `originPx` is the height at which its element begins
 * @param keptIndex an item whose row is drawn wherever it is, so that the focus is not thrown out of the page
 */
export function drawnSections(
  layout: GridLayout,
  span: { topPx: number; bottomPx: number; originPx: number },
  keptIndex: number,
): DrawnSection[] {
  const drawn = new Map<number, DrawnSection>();
  const add = (at: number, wants: (topPx: number, bottomPx: number, row: number) => boolean) => {
    const block = layout.blocks[at];
    const place = block && layout.sections[block.section];
    if (!block || !place) return;
    const known = drawn.get(block.section);
    const section = known ?? {
      section: block.section,
      topPx: place.topPx - span.originPx,
      heightPx: place.heightPx,
      line: headLine(layout, at),
      rows: [],
    };
    drawn.set(block.section, section);
    for (const [number, row] of block.rows.entries()) {
      const topPx = block.topPx + block.headPx + row.topPx;
      if (!wants(topPx, topPx + row.heightPx, number)) continue;
      const line = block.linesBefore + (block.headPx > 0 ? 1 : 0) + number + 1;
      section.rows.push({ row, first: block.first, topPx: topPx - place.topPx, line } satisfies DrawnRow);
    }
  };
  const inView = (topPx: number, bottomPx: number) => bottomPx >= span.topPx && topPx <= span.bottomPx;
  for (let at = blockAt(layout, span.topPx); at < layout.blocks.length; at += 1) {
    if ((layout.blocks[at]?.topPx ?? 0) > span.bottomPx) break;
    add(at, inView);
  }
  const kept = placeOf(layout, keptIndex);
  if (kept) add(kept.block, (topPx, bottomPx, row) => row === kept.row && !inView(topPx, bottomPx));
  return [...drawn.values()].toSorted((a, b) => a.section - b.section);
}

/** The line of the heading over a block, counted from 1; null where there is none. */
function headLine({ blocks }: GridLayout, at: number): number | null {
  const section = blocks[at]?.section;
  let first = at;
  while (first > 0 && blocks[first - 1]?.section === section) first -= 1;
  const block = blocks[first];
  return block && block.headPx > 0 ? block.linesBefore + 1 : null;
}

/** @returns the items whose rows are between two heights, as a run */
export function indexSpan(
  layout: GridLayout,
  { topPx, bottomPx }: { topPx: number; bottomPx: number },
): { first: number; count: number } {
  const begin = layout.blocks[blockAt(layout, topPx)];
  const end = layout.blocks[blockAt(layout, bottomPx)];
  if (!begin || !end) return { first: 0, count: 0 };
  const first = begin.first + edgeCell(begin, topPx, "first");
  return { first, count: Math.max(0, end.first + edgeCell(end, bottomPx, "last") - first + 1) };
}

/** The first item of a block that reaches below a height, or the last that begins above it; counted from the first of the block. */
function edgeCell(block: GridBlock, yPx: number, which: "first" | "last"): number {
  const insidePx = yPx - block.topPx - block.headPx;
  const row =
    which === "first"
      ? (block.rows.find(({ topPx, heightPx }) => topPx + heightPx >= insidePx) ?? block.rows.at(-1))
      : (block.rows.findLast(({ topPx }) => topPx <= insidePx) ?? block.rows[0]);
  return (which === "first" ? row?.cells[0] : row?.cells.at(-1))?.index ?? 0;
}
