import type { DuplicateFile } from "@alcoves/core/duplicates/schema";
import { dayOf } from "../file-grid/group-by-day.ts";

/** What duplicates are told apart by, in the order in which it is shown. */
export const comparedFacts = ["name", "dimensions", "size", "date", "folder"] as const;

/** One of these facts. */
export type ComparedFact = (typeof comparedFacts)[number];

const factOf: Record<ComparedFact, (file: DuplicateFile) => string | number | null> = {
  name: ({ name }) => name,
  dimensions: ({ widthPx, heightPx }) => `${widthPx} ${heightPx}`,
  size: ({ sizeBytes }) => sizeBytes,
  // Of the time of day nothing is shown.
  date: dayOf,
  folder: ({ folderId }) => folderId,
};

/** @returns in what the files differ */
export function differing(files: readonly DuplicateFile[]): Set<ComparedFact> {
  return new Set(comparedFacts.filter((fact) => new Set(files.map(factOf[fact])).size > 1));
}
