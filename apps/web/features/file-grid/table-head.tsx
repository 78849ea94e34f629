"use client";

import type { FileOrder } from "@alcoves/core/files/schema";
import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Listing } from "../files/file-order.ts";

/** The columns of a table: picture, name, date, and where there is room size, type and measures. */
export const tableColumns =
  "grid grid-cols-[44px_minmax(0,1fr)_116px] items-center gap-x-3 md:grid-cols-[44px_minmax(0,1fr)_116px_84px_minmax(0,130px)_110px]";

/** What of a row only wide pages have room for. */
export const wideColumn = "max-md:hidden";

/** How a table is sorted, and how to change it. */
export interface Sorting {
  listing: Listing;
  onChange(listing: Listing): void;
}

/** The heads of a table: each sorts by its column, and once more the other way round. */
export function TableHead({ listing, onChange }: Sorting) {
  const t = useTranslations("browse");
  const sortBy = (order: FileOrder) => {
    const turned = listing.way === "ascending" ? "descending" : "ascending";
    onChange({ order, way: order === listing.order ? turned : listing.way });
  };
  const head = (order: FileOrder) => <SortButton {...{ order, listing }} onSort={() => sortBy(order)} />;
  return (
    <div className={clsx(tableColumns, "w-full border-line border-b pb-1 text-13")}>
      <span className="col-start-2 -ml-1.5 flex">{head("name")}</span>
      <span className="flex">{head("date")}</span>
      <span className={clsx(wideColumn, "flex justify-end")}>{head("size")}</span>
      <span className={clsx(wideColumn, "flex")}>{head("type")}</span>
      <span className={clsx(wideColumn, "px-1.5 text-muted")}>{t("measures")}</span>
    </div>
  );
}

function SortButton({
  order,
  listing,
  onSort,
}: Pick<Sorting, "listing"> & { order: FileOrder; onSort(): void }) {
  const t = useTranslations("browse");
  const isSorted = order === listing.order;
  const Arrow = listing.way === "ascending" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      aria-label={
        isSorted
          ? t("sortedBy", { order: t(`order.${order}`), way: t(`way.${order}.${listing.way}`) })
          : t("sortByOne", { order: t(`order.${order}`) })
      }
      onClick={onSort}
      className={clsx(
        "flex h-8 items-center gap-1 rounded-control px-1.5 hover:text-text focus-visible:outline-2 focus-visible:outline-accent",
        isSorted ? "font-semibold text-text" : "text-muted",
      )}
    >
      {t(`order.${order}`)}
      {isSorted && <Arrow aria-hidden="true" className="size-3.5" />}
    </button>
  );
}
