import { DomainError } from "./errors.ts";

/** The place of the last row of a page: an instant in seconds, as PostgreSQL writes it, and the row's id. */
interface Place {
  place: string | null;
  id: string | null;
}

/** @returns the cursor that `readCursor` reads */
export function cursorAfter({ place, id }: { place: string; id: string }): string {
  return `${place}_${id}`;
}

/** Reads the cursor of a page; nulls for the first page. @throws INVALID for a made-up cursor */
export function readCursor(cursor: string | null | undefined): Place {
  if (!cursor) return { place: null, id: null };
  const match = /^(-?\d{1,15}(?:\.\d{1,6})?)_([0-9a-f-]{36})$/.exec(cursor);
  if (!match?.[1] || !match[2]) {
    throw new DomainError("INVALID", "This page address is damaged. Load the page again.");
  }
  return { place: match[1], id: match[2] };
}
