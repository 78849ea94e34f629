import type { GridItems } from "./grid-items.ts";
import { type JustifiedRow, justifyRows, type RowShape } from "./justify-rows.ts";
import { type CellShape, columnsOf, uniformRows } from "./uniform-rows.ts";

/** Height of a heading, px. */
export const headingHeightPx = 50;

/** Most items that are laid out as one: what has to be done anew when one of them changes. */
const mostInBlock = 500;

/** A row of items, with its captions. Its cells count from the first of their block, its top from below the heading: blocks that look alike share their rows. */
export interface GridRowPlace extends Readonly<JustifiedRow> {
  readonly topPx: number;
}

/** A part of a section: its rows, below its heading when it is the first part. Tops are counted from the top of the grid, px. */
export interface GridBlock {
  readonly section: number;
  /** The first item, and how many. */
  readonly first: number;
  readonly count: number;
  readonly topPx: number;
  readonly heightPx: number;
  /** Of its heading; 0 without one. */
  readonly headPx: number;
  /** Of items of one size; undefined where rows are justified. */
  readonly cells: CellShape | undefined;
  /** Rows and headings before this block. */
  readonly linesBefore: number;
  readonly version: number;
  readonly rows: readonly GridRowPlace[];
}

/** Where everything in a grid stands. */
export interface GridLayout {
  readonly blocks: readonly GridBlock[];
  /** Top and height of each section, px. */
  readonly sections: readonly { topPx: number; heightPx: number }[];
  readonly count: number;
  readonly lineCount: number;
  readonly heightPx: number;
  readonly shape: RowShape;
}

/** A part of a section before it is known where it stands. */
type Part = Pick<GridBlock, "section" | "first" | "count" | "headPx" | "cells"> & { goesOn: boolean };

/**
 * Lays sections out under each other. What has not changed since `before` is taken over, so that a load into a grid of a million items
 * costs as much as what was loaded. Items that are not loaded yet stand in rows of the most common shape.
 */
export function layOutGrid(items: GridItems, shape: RowShape, before?: GridLayout): GridLayout {
  const known = before && isSameShape(before.shape, shape) ? before : undefined;
  const blank = blankRows(shape);
  const blocks: GridBlock[] = [];
  const sections: { topPx: number; heightPx: number }[] = [];
  let topPx = 0;
  let linesBefore = 0;
  for (const part of partsOf(items, shape)) {
    const version = items.versionOf(part.first, part.count);
    const same = known?.blocks[blocks.length];
    const rows =
      same && isSamePart(same, part) && same.version === version ? same.rows : rowsOf(part, version);
    const last = rows.at(-1);
    const { section, first, count, headPx, cells } = part;
    const gapPx = cells?.gapPx ?? shape.gapPx;
    const heightPx = headPx + (last ? last.topPx + last.heightPx + gapPx : 0);
    blocks.push({ section, first, count, headPx, cells, topPx, heightPx, linesBefore, version, rows });
    if (sections.length === section) sections.push({ topPx, heightPx: 0 });
    topPx += heightPx;
    linesBefore += rows.length + (headPx > 0 ? 1 : 0);
    const place = sections[section];
    if (place) place.heightPx = topPx - place.topPx;
  }
  const end = blocks.at(-1);
  return {
    blocks,
    sections,
    count: end ? end.first + end.count : 0,
    lineCount: linesBefore,
    heightPx: topPx,
    shape,
  };

  function rowsOf(part: Part, version: number): readonly GridRowPlace[] {
    if (part.cells) return stack(uniformRows(part.count, part.cells, shape.widthPx), part.cells);
    if (version === 0) return blank(part.count, part.goesOn);
    const ratios = Array.from({ length: part.count }, (_, place) => items.ratioOf(part.first + place));
    return stack(justifyRows(ratios, { ...shape, goesOn: part.goesOn }), shape);
  }
}

/** Sections cut into parts of a bounded size. */
function* partsOf({ sections }: GridItems, { widthPx }: RowShape): Generator<Part> {
  let first = 0;
  for (const [section, { count, isUntitled = false, cells }] of sections.entries()) {
    // Rows of one size are cut between rows.
    const most = cells ? mostInBlock - (mostInBlock % columnsOf(cells, widthPx)) : mostInBlock;
    for (let done = 0; done < count; done += most) {
      const inPart = Math.min(most, count - done);
      const goesOn = done + inPart < count;
      const headPx = done === 0 && !isUntitled ? headingHeightPx : 0;
      yield { section, first: first + done, count: inPart, headPx, cells, goesOn };
    }
    first += count;
  }
}

/** @returns rows of items of which nothing is known; those of one count are worked out once */
function blankRows(shape: RowShape) {
  const made = new Map<string, GridRowPlace[]>();
  return (count: number, goesOn: boolean): GridRowPlace[] => {
    const key = `${count} ${goesOn}`;
    const known = made.get(key);
    if (known) return known;
    const rows = stack(justifyRows(Array<null>(count).fill(null), { ...shape, goesOn }), shape);
    made.set(key, rows);
    return rows;
  };
}

function stack(
  rows: readonly JustifiedRow[],
  { gapPx, captionPx = 0 }: Pick<RowShape, "gapPx" | "captionPx">,
): GridRowPlace[] {
  let topPx = 0;
  return rows.map((pictures) => {
    const row = { topPx, heightPx: pictures.heightPx + captionPx, cells: pictures.cells };
    topPx += row.heightPx + gapPx;
    return row;
  });
}

const isSamePart = (block: GridBlock, part: Part) =>
  block.first === part.first &&
  block.count === part.count &&
  block.headPx === part.headPx &&
  block.cells === part.cells;

const isSameShape = (a: RowShape, b: RowShape) =>
  a.widthPx === b.widthPx &&
  a.targetHeightPx === b.targetHeightPx &&
  a.gapPx === b.gapPx &&
  a.captionPx === b.captionPx;

/** @returns the number of the last block that begins at or above a height, px from the top of the grid; 0 above all */
export function blockAt({ blocks }: GridLayout, yPx: number): number {
  return lastWhere(blocks, (block) => block.topPx <= yPx);
}

/** Where an item stands: its block and the row in it. */
export interface ItemPlace {
  block: number;
  row: number;
}

/** @returns where an item stands, null for one that is not there */
export function placeOf(layout: GridLayout, index: number): ItemPlace | null {
  if (index < 0 || index >= layout.count) return null;
  const block = lastWhere(layout.blocks, ({ first }) => first <= index);
  const { rows, first } = layout.blocks[block] ?? { rows: [], first: 0 };
  return { block, row: lastWhere(rows, ({ cells }) => (cells[0]?.index ?? 0) <= index - first) };
}

/** @returns top and height of an item's row, px from the top of the grid; null for an item that is not there */
export function rowSpan(layout: GridLayout, index: number): { topPx: number; heightPx: number } | null {
  const place = placeOf(layout, index);
  const block = place && layout.blocks[place.block];
  const row = block?.rows[place?.row ?? 0];
  return block && row ? { topPx: block.topPx + block.headPx + row.topPx, heightPx: row.heightPx } : null;
}

/** Binary search: `holds` is true up to a place and false after it. @returns that place, 0 when it holds nowhere */
function lastWhere<Entry>(entries: readonly Entry[], holds: (entry: Entry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && holds(entry)) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
