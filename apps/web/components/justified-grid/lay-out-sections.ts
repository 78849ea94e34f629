import { justifyRows, type RowCell, type RowShape } from "./justify-rows.ts";

/** A run of pictures under one heading. */
export interface GridSection {
  key: string;
  /** Width ÷ height of each picture in order; null while unknown. */
  ratios: readonly (number | null)[];
}

/** Height of a heading line, px. */
export const headingHeightPx = 50;

/** One line of the grid from top to bottom: a section's heading, or a row of its pictures. */
export type GridLine = {
  key: string;
  heightPx: number /** The first picture at or below this line. */;
  first: number;
} & ({ kind: "heading"; section: number } | { kind: "row"; cells: RowCell[] });

/** Lays sections out under each other; `index` in the cells counts through all sections. */
export function layOutSections(sections: readonly GridSection[], shape: RowShape): GridLine[] {
  const lines: GridLine[] = [];
  let first = 0;
  sections.forEach((section, place) => {
    lines.push({ kind: "heading", key: section.key, section: place, heightPx: headingHeightPx, first });
    justifyRows(section.ratios, shape).forEach((row, rowPlace) => {
      const cells = row.cells.map((cell) => ({ ...cell, index: cell.index + first }));
      const key = `${section.key}/${rowPlace}`;
      lines.push({ kind: "row", key, heightPx: row.heightPx, cells, first: cells[0]?.index ?? first });
    });
    first += section.ratios.length;
  });
  return lines;
}

/** @returns the number of the line that holds a picture, -1 when none does */
export function lineOf(lines: readonly GridLine[], index: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.first ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  const line = lines[low - 1];
  return line?.kind === "row" && line.cells.some((cell) => cell.index === index) ? low - 1 : -1;
}
