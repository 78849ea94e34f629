import { type GridLine, lineOf } from "./lay-out-sections.ts";

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

/** @returns the picture to focus next, null when the key does not move the focus */
export function moveFocus(
  lines: readonly GridLine[],
  from: number,
  { key, ctrlKey }: KeyPress,
): number | null {
  if (!isMove(key)) return null;
  const rows = lines.filter((line) => line.kind === "row");
  const last = rows.at(-1)?.cells.at(-1)?.index ?? 0;
  const line = lines[lineOf(lines, from)];
  if (line?.kind !== "row") return 0;
  const inRow = (offset: number) =>
    neighbourRow(rows, rows.indexOf(line) + offset, centreOf(line, from)) ?? from;
  const targets: Record<Move, () => number> = {
    ArrowLeft: () => Math.max(0, from - 1),
    ArrowRight: () => Math.min(last, from + 1),
    ArrowUp: () => inRow(-1),
    ArrowDown: () => inRow(1),
    PageUp: () => inRow(-pageRows),
    PageDown: () => inRow(pageRows),
    Home: () => (ctrlKey ? 0 : (line.cells[0]?.index ?? from)),
    End: () => (ctrlKey ? last : (line.cells.at(-1)?.index ?? from)),
  };
  return targets[key]();
}

type Row = Extract<GridLine, { kind: "row" }>;

function centreOf(row: Row, index: number): number {
  const cell = row.cells.find((candidate) => candidate.index === index);
  return cell ? cell.leftPx + cell.widthPx / 2 : 0;
}

/** The cell whose middle is nearest, so that moving up and down keeps to a column as far as there is one. */
function neighbourRow(rows: readonly Row[], place: number, centrePx: number): number | null {
  const row = rows[Math.min(rows.length - 1, Math.max(0, place))];
  if (!row) return null;
  const distance = (cell: Row["cells"][number]) => Math.abs(cell.leftPx + cell.widthPx / 2 - centrePx);
  return row.cells.reduce((best, cell) => (distance(cell) < distance(best) ? cell : best)).index;
}
