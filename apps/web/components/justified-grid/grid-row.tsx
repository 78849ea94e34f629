import type { ReactNode } from "react";
import type { GridLine } from "./lay-out-sections.ts";

/** What a line of the grid is placed by. */
interface GridRowProps {
  /** Counted from 1, as ARIA does. */
  row: number;
  topPx: number;
  line: GridLine;
  children: ReactNode;
}

/** One line of the grid: a heading in a single cell, or the cells of a row. */
export function GridRow({ row, topPx, line, children }: GridRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid are placed, a table cannot be.
    // biome-ignore lint/a11y/useFocusableInteractive: the controls in the cells take the focus.
    <div
      role="row"
      aria-rowindex={row}
      className="absolute inset-x-0 top-0"
      style={{ height: line.heightPx, transform: `translateY(${topPx}px)` }}
    >
      {line.kind === "row" ? (
        children
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: see above.
        // biome-ignore lint/a11y/useFocusableInteractive: a heading takes no focus.
        <div role="gridcell" className="flex h-full items-end pb-[9px]">
          {children}
        </div>
      )}
    </div>
  );
}
