"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { type GridSelection, useIsSelected } from "./grid-selection.ts";

/** What a cell takes. */
interface GridCellProps {
  index: number;
  /** Undefined while the item is not loaded. */
  itemKey: string | undefined;
  leftPx: number;
  widthPx: number;
  selection: GridSelection | undefined;
  onFocus(): void;
  children: ReactNode;
}

/** One cell of the grid: its place, and whether it is selected. What is not loaded yet is a calm surface of its size. */
export function GridCellView(props: GridCellProps) {
  return props.selection && props.itemKey !== undefined ? (
    <SelectableCell {...props} selection={props.selection} itemKey={props.itemKey} />
  ) : (
    <Cell {...props} isSelected={undefined} />
  );
}

function SelectableCell(props: GridCellProps & { selection: GridSelection; itemKey: string }) {
  return <Cell {...props} isSelected={useIsSelected(props.selection, props.itemKey)} />;
}

function Cell(props: GridCellProps & { isSelected: boolean | undefined }) {
  const { index, itemKey, leftPx, widthPx, isSelected, onFocus, children } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid are placed, a table cannot be.
    // biome-ignore lint/a11y/useFocusableInteractive: the control in the cell takes the focus.
    <div
      role="gridcell"
      data-index={index}
      aria-selected={isSelected}
      aria-busy={itemKey === undefined || undefined}
      className={clsx(
        "group/cell absolute top-0 h-full contain-layout",
        itemKey === undefined && "rounded-tile bg-panel",
      )}
      style={{ left: leftPx, width: widthPx }}
      onFocus={onFocus}
    >
      {itemKey !== undefined && children}
    </div>
  );
}
