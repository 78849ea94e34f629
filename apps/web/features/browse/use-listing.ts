"use client";

import { FileOrder } from "@alcoves/core/files/schema";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import type { Listing } from "../files/file-order.ts";
import { usualListing } from "./use-folder-files.ts";

const query = {
  sort: parseAsStringLiteral(FileOrder.options).withDefault(usualListing.order),
  way: parseAsStringLiteral(["ascending", "descending"] as const).withDefault(usualListing.way),
};

/** How the folder is listed, from `?sort=` and `?way=`; a name is looked for from A, a date from today. */
export function useListing(): [Listing, (listing: Listing) => void] {
  const [{ sort, way }, setQuery] = useQueryStates(query, { shallow: true, scroll: false });
  const change = ({ order, way }: Listing) => {
    const isNew = order !== sort;
    const natural = order === "date" || order === "size" ? "descending" : "ascending";
    void setQuery({ sort: order, way: isNew ? natural : way });
  };
  return [{ order: sort, way: way }, change];
}
