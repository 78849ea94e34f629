import { type GridLayout, type GridRowPlace, type ItemPlace, placeOf } from "./grid-layout.ts";

/** The keys that move the focus in a grid (ARIA Authoring Practices, grid pattern). */
const moves = [
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "PageUp",
  "PageDown",
] as const;
type Move = (typeof moves)[number];

/** Rows that PageUp and PageDown pass. */
const pageRows = 4;

/** A key press as far as moving is concerned. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
}

const isMove = (key: string): key is Move => moves.some((move) => move === key);

/** @returns the item to focus next, null when the key does not move the focus */
export function moveFocus(layout: GridLayout, from: number, { key, ctrlKey }: KeyPress): number | null {
  if (!isMove(key)) return null;
  const last = Math.max(0, layout.count - 1);
  const place = placeOf(layout, from);
  const block = place && layout.blocks[place.block];
  const row = block?.rows[place?.row ?? 0];
  if (!place || !block || !row) return 0;
  const centrePx = centreOf(row, from - block.first);
  const inRow = (steps: number) => neighbour(layout, place, { steps, centrePx }) ?? from;
  const inThisRow = (cell: { index: number } | undefined) => (cell ? block.first + cell.index : from);
  const targets: Record<Move, () => number> = {
    ArrowLeft: () => Math.max(0, from - 1),
    ArrowRight: () => Math.min(last, from + 1),
    ArrowUp: () => inRow(-1),
    ArrowDown: () => inRow(1),
    PageUp: () => inRow(-pageRows),
    PageDown: () => inRow(pageRows),
    Home: () => (ctrlKey ? 0 : inThisRow(row.cells[0])),
    End: () => (ctrlKey ? last : inThisRow(row.cells.at(-1))),
  };
  return targets[key]();
}

function centreOf(row: GridRowPlace, index: number): number {
  const cell = row.cells.find((candidate) => candidate.index === index);
  return cell ? cell.leftPx + cell.widthPx / 2 : 0;
}

/** The cell whose middle is nearest some rows on, so that moving up and down keeps to a column as far as there is one. */
function neighbour(
  { blocks }: GridLayout,
  from: ItemPlace,
  { steps, centrePx }: { steps: number; centrePx: number },
): number | null {
  let { block, row } = from;
  for (let left = Math.abs(steps); left > 0; left -= 1) {
    const next = steps > 0 ? stepDown(blocks, { block, row }) : stepUp(blocks, { block, row });
    if (!next) break;
    ({ block, row } = next);
  }
  const { first, rows } = blocks[block] ?? { first: 0, rows: [] };
  const target = rows[row];
  if (!target) return null;
  const distance = (cell: GridRowPlace["cells"][number]) =>
    Math.abs(cell.leftPx + cell.widthPx / 2 - centrePx);
  return first + target.cells.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best)).index;
}

function stepDown(blocks: GridLayout["blocks"], { block, row }: ItemPlace): ItemPlace | null {
  if (row + 1 < (blocks[block]?.rows.length ?? 0)) return { block, row: row + 1 };
  return block + 1 < blocks.length ? { block: block + 1, row: 0 } : null;
}

function stepUp(blocks: GridLayout["blocks"], { block, row }: ItemPlace): ItemPlace | null {
  if (row > 0) return { block, row: row - 1 };
  return block > 0 ? { block: block - 1, row: (blocks[block - 1]?.rows.length ?? 1) - 1 } : null;
}
