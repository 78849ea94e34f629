import type { ReactNode } from "react";
import type { GridRowPlace } from "./grid-layout.ts";

/** A row that is drawn, with its place in its section, px. */
export interface DrawnRow {
  row: GridRowPlace;
  /** The first item of its block, from which its cells count. */
  first: number;
  topPx: number;
  /** Counted from 1, as ARIA does. */
  line: number;
}

/** A section of which some rows are drawn. */
export interface DrawnSection {
  section: number;
  /** From the top of the grid's element, px. */
  topPx: number;
  heightPx: number;
  /** Line of its heading, counted from 1; null without one. */
  line: number | null;
  rows: DrawnRow[];
}

/** What a section takes. */
interface GridSectionProps {
  drawn: DrawnSection;
  heading: ReactNode;
  renderRow(row: DrawnRow): ReactNode;
}

/** A heading that stays in sight while its section does, over those rows of it that are in view. */
export function GridSectionView({ drawn, heading, renderRow }: GridSectionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid are placed, a table cannot be.
    <div
      role="rowgroup"
      className="pointer-events-none absolute inset-x-0"
      style={{ top: drawn.topPx, height: drawn.heightPx }}
    >
      {drawn.line !== null && <Heading line={drawn.line}>{heading}</Heading>}
      {drawn.rows.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: see above.
        // biome-ignore lint/a11y/useFocusableInteractive: the controls in the cells take the focus.
        <div
          key={row.first + (row.row.cells[0]?.index ?? 0)}
          role="row"
          aria-rowindex={row.line}
          className="pointer-events-auto absolute inset-x-0 contain-layout"
          style={{ top: row.topPx, height: row.row.heightPx }}
        >
          {renderRow(row)}
        </div>
      ))}
    </div>
  );
}

function Heading({ line, children }: { line: number; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid are placed, a table cannot be.
    // biome-ignore lint/a11y/useFocusableInteractive: the controls in it take the focus.
    <div role="row" aria-rowindex={line} className="sticky top-14 z-10 h-[50px] bg-background">
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above. */}
      <div role="gridcell" className="pointer-events-auto flex h-full items-end pb-[9px]">
        {children}
      </div>
    </div>
  );
}
