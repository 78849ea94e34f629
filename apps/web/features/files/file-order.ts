import type { FileOrder, FileSummary } from "@alcoves/core/files/schema";

/** In which order a folder is listed, and which way round. */
export interface Listing {
  order: FileOrder;
  way: "ascending" | "descending";
}

/** Names as the server sorts them: CLDR root, numbers by their value. */
const names = new Intl.Collator("und", { numeric: true });

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: FileSummary, b: FileSummary) => names.compare(a.name, b.name);

const comparisons: Record<FileOrder, (a: FileSummary, b: FileSummary) => number> = {
  date: (a, b) => a.filedAtMs - b.filedAtMs,
  name: byName,
  size: (a, b) => a.sizeBytes - b.sizeBytes,
  type: (a, b) => byText(a.mimeType, b.mimeType) || byName(a, b),
};

/** @returns a comparison that sorts files as the server lists them; those that are equal otherwise by their ids */
export function comparisonOf({ order, way }: Listing): (a: FileSummary, b: FileSummary) => number {
  const sign = way === "ascending" ? 1 : -1;
  return (a, b) => sign * (comparisons[order](a, b) || byText(a.fileId, b.fileId));
}
