"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type GridSelection,
  useIsAnySelected,
  useIsSelected,
} from "../../components/justified-grid/grid-selection.ts";
import { gridControlAttribute } from "../../components/justified-grid/justified-grid.tsx";
import { toggled } from "../../components/justified-grid/selection.ts";
import { keyOfItem, type ListedItem } from "./file-list.ts";

/** What the circle takes. */
interface SelectCircleProps {
  item: ListedItem;
  selection: GridSelection;
  /** Where it stands on what it selects. */
  className?: string;
  /** What it selects is a row of a table, which is marked at its beginning alone. */
  isRow?: boolean;
}

/** The circle on a tile that selects it: on hover, and on all of them while something is selected. */
export function SelectCircle({
  item,
  selection,
  className = "top-0 left-0",
  isRow = false,
}: SelectCircleProps) {
  const t = useTranslations("browse");
  const key = keyOfItem(item);
  const isSelected = useIsSelected(selection, key);
  const isActive = useIsAnySelected(selection);
  return (
    <>
      {isSelected && (
        <span
          className={clsx(
            "pointer-events-none absolute inset-0 bg-selection",
            isRow
              ? "shadow-[inset_3px_0_0_var(--color-accent)]"
              : "rounded-tile shadow-[inset_0_0_0_3px_var(--color-accent)]",
          )}
        />
      )}
      <button
        type="button"
        // The keyboard selects by Space on the tile itself: a second stop in each cell would be in its way.
        tabIndex={-1}
        {...gridControlAttribute}
        aria-pressed={isSelected}
        aria-label={t("select", { name: item.name })}
        onClick={() => selection.setState((before) => toggled(before, key), true)}
        className={clsx(
          className,
          "absolute grid size-10 place-items-center transition-opacity duration-[120ms]",
          isActive ? "opacity-100" : "opacity-0 focus-visible:opacity-100 group-hover/cell:opacity-100",
          // A finger has no hover: it rests on a tile to begin.
          !isActive && "[@media(hover:none)]:hidden",
        )}
      >
        <span
          className={clsx(
            "grid size-[22px] place-items-center rounded-full",
            isSelected
              ? "bg-accent text-on-accent"
              : isRow
                ? "border-2 border-muted bg-background hover:border-text"
                : "border-2 border-white bg-black/30 shadow-[0_0_3px_rgb(0_0_0/0.6)] hover:bg-black/50",
          )}
        >
          {isSelected && <Check aria-hidden="true" strokeWidth={3} className="size-3.5" />}
        </span>
      </button>
    </>
  );
}
