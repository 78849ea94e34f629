import type { CellShape } from "../../components/justified-grid/uniform-rows.ts";
import type { FileList } from "./file-list.ts";

/** A row of a table. */
const tableRows: CellShape = { heightPx: 44, leastWidthPx: null, gapPx: 0 };

/** @returns a list as one run of rows of one item each, under the heads of its columns */
export function tableList(list: FileList): FileList {
  const count = list.sections.reduce((sum, section) => sum + section.count, 0);
  return {
    ...list,
    sections: count > 0 ? [{ key: "table", count, cells: tableRows }] : [],
    headingOf: () => ({ day: null, count: null }),
  };
}
