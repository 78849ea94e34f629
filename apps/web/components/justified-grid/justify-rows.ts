/** What stands in for the ratio of a picture whose size is not known yet. */
export const unknownRatio = 4 / 3;

/** Wider and narrower pictures are shown cropped: a panorama would make a row of a few pixels. */
const narrowestRatio = 0.45;
const widestRatio = 3.2;

/** A row may be at most this much higher than the target. */
export const tallestRowFactor = 1.5;

/** How rows are laid out; all in px. */
export interface RowShape {
  widthPx: number;
  targetHeightPx: number;
  gapPx: number;
  /** What stands below the pictures of each row, px; nothing unless a page says otherwise. */
  captionPx?: number;
  /** More of the same run follow in a layout of their own: the last row fills the width too, so that nobody sees where it was cut. */
  goesOn?: boolean;
}

/** One cell of a row: `index` into the ratios that were given. */
export interface RowCell {
  index: number;
  leftPx: number;
  widthPx: number;
}

/** A row of cells of one height. */
export interface JustifiedRow {
  heightPx: number;
  cells: RowCell[];
}

/** @returns a ratio (width ÷ height) within what a row can show; null and nonsense become `unknownRatio` */
export function boundRatio(ratio: number | null): number {
  if (ratio === null || !Number.isFinite(ratio) || ratio <= 0) return unknownRatio;
  return Math.min(widestRatio, Math.max(narrowestRatio, ratio));
}

/**
 * Breaks pictures into rows that fill the width exactly and stay near the target height, in the order given.
 * The last row keeps the target height and is not stretched, unless the run goes on. All sizes are whole pixels, so that rows never
 * shift.
 */
export function justifyRows(ratios: readonly (number | null)[], shape: RowShape): JustifiedRow[] {
  const rows: JustifiedRow[] = [];
  let row: number[] = [];
  let sum = 0;
  let start = 0;
  const close = (count: number) => {
    rows.push(fillRow(row.slice(0, count), start, shape));
    row = row.slice(count);
    start += count;
    sum = row.reduce((total, ratio) => total + ratio, 0);
  };
  for (const ratio of ratios) {
    const bounded = boundRatio(ratio);
    const before = rowHeight(row.length, sum, shape);
    row.push(bounded);
    sum += bounded;
    const after = rowHeight(row.length, sum, shape);
    if (after > shape.targetHeightPx) continue;
    const withoutIsNearer = before - shape.targetHeightPx < shape.targetHeightPx - after;
    const mayLeaveOut = row.length > 1 && before <= shape.targetHeightPx * tallestRowFactor;
    close(withoutIsNearer && mayLeaveOut ? row.length - 1 : row.length);
    // What was left out may fill a row of its own on a narrow page.
    if (row.length === 1 && rowHeight(1, sum, shape) <= shape.targetHeightPx) close(1);
  }
  if (row.length === 0) return rows;
  if (!shape.goesOn) return [...rows, placeCells(row, start, { ...shape, heightPx: shape.targetHeightPx })];
  return fillLastRow(rows, { row, start, ratios, shape });
}

/** Stretches what is left over to the width, or lets the row before it take it in where that would be too high. */
function fillLastRow(rows: JustifiedRow[], { row, start, ratios, shape }: LeftOver): JustifiedRow[] {
  const sum = row.reduce((total, ratio) => total + ratio, 0);
  const before = rows.at(-1)?.cells[0];
  if (!before || rowHeight(row.length, sum, shape) <= shape.targetHeightPx * tallestRowFactor)
    return [...rows, fillRow(row, start, shape)];
  const together = ratios.slice(before.index).map(boundRatio);
  return [...rows.slice(0, -1), fillRow(together, before.index, shape)];
}

/** The pictures after the last full row. */
interface LeftOver {
  row: readonly number[];
  start: number;
  ratios: readonly (number | null)[];
  shape: RowShape;
}

/** Height at which `count` pictures whose ratios sum to `sum` fill the width; infinite for none. */
function rowHeight(count: number, sum: number, { widthPx, gapPx }: RowShape): number {
  return count === 0 ? Number.POSITIVE_INFINITY : (widthPx - gapPx * (count - 1)) / sum;
}

function fillRow(ratios: readonly number[], start: number, shape: RowShape): JustifiedRow {
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  const exactHeightPx = rowHeight(ratios.length, sum, shape);
  const row = placeCells(ratios, start, { ...shape, heightPx: exactHeightPx });
  return { heightPx: Math.max(1, Math.round(exactHeightPx)), cells: row.cells };
}

/** Rounds the edges and not the widths, so that the roundings of a row sum to nothing. */
function placeCells(
  ratios: readonly number[],
  start: number,
  { gapPx, heightPx }: RowShape & { heightPx: number },
): JustifiedRow {
  let used = 0;
  const cells = ratios.map((ratio, place) => {
    const leftPx = Math.round(used * heightPx) + gapPx * place;
    used += ratio;
    const rightPx = Math.round(used * heightPx) + gapPx * place;
    return { index: start + place, leftPx, widthPx: rightPx - leftPx };
  });
  return { heightPx, cells };
}
