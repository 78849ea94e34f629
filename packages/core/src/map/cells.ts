import { largestLatitude, type MapBounds } from "./schema.ts";

/** Bits of a row or a column in `map_cell` of the database. */
export const finestLevel = 26;

/** A stretch of `map_cell`: the squares of the finest grid that lie in one of a coarser grid, first and last included. */
export interface CellRange {
  first: number;
  last: number;
}

/**
 * The squares of a grid that bounds touch, in the laced order of the index.
 * @param options.level the grid has 2^level squares in each direction, 0–26
 * @param options.most a grid with more squares within the bounds is taken coarser
 */
export function cellsOf(bounds: MapBounds, { level, most }: { level: number; most: number }): CellRange[] {
  const rows = rowsOf(bounds);
  const columns = columnsOf(bounds);
  const wide = (at: number) => sum(columns, at) * sum([rows], at);
  let taken = Math.min(Math.max(Math.floor(level), 0), finestLevel);
  while (taken > 0 && wide(taken) > most) taken -= 1;
  const cells = new Map<number, CellRange>();
  for (const [west, east] of columns)
    for (let x = square(west, taken); x <= square(east, taken); x += 1)
      for (let y = square(rows[0], taken); y <= square(rows[1], taken); y += 1) {
        const size = 4 ** (finestLevel - taken);
        const first = laced(x, y) * size;
        cells.set(first, { first, last: first + size - 1 });
      }
  return [...cells.values()];
}

/** From and to, as parts of the whole: 0–1. */
type Span = readonly [number, number];

function columnsOf({ west, east }: MapBounds): Span[] {
  const [from, to] = [(west + 180) / 360, (east + 180) / 360];
  return west <= east
    ? [[from - margin, to + margin]]
    : [
        [0, to + margin],
        [from - margin, 1],
      ];
}

function rowsOf({ north, south }: MapBounds): Span {
  return [rowAt(Math.max(north, south)) - margin, rowAt(Math.min(north, south)) + margin];
}

/** How far down a latitude lies in the projection of web maps, 0–1. */
function rowAt(latitude: number): number {
  const degrees = Math.min(Math.max(latitude, -largestLatitude), largestLatitude) + 90;
  return 0.5 - Math.log(Math.tan((degrees / 360) * Math.PI)) / (2 * Math.PI);
}

const square = (part: number, level: number) =>
  Math.min(Math.max(Math.floor(part * 2 ** level), 0), 2 ** level - 1);

/** The last digits of a logarithm are not the database's: what lies on an edge may stand in the finest square beside it. */
const margin = 2 ** -finestLevel;

const sum = (spans: readonly Span[], level: number) =>
  spans.reduce((total, [from, to]) => total + square(to, level) - square(from, level) + 1, 0);

/** Laces a column and a row bit by bit, the row's bits above: beyond the 32 bits that JavaScript's operators take, by sums. */
function laced(x: number, y: number): number {
  let cell = 0;
  for (let bit = finestLevel - 1; bit >= 0; bit -= 1)
    cell = cell * 4 + (Math.floor(y / 2 ** bit) % 2) * 2 + (Math.floor(x / 2 ** bit) % 2);
  return cell;
}
