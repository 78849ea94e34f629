import { z } from "zod";
import { DomainError } from "./errors.ts";
import { isUuid } from "./uuid.ts";

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
    throw damaged();
  }
  return { place: match[1], id: match[2] };
}

/** What a cursor can hold, each as PostgreSQL writes it. */
const checks = {
  timestamp: (text: string) => /^-?\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?( BC)?$/.test(text),
  bigint: (text: string) => /^-?\d{1,18}$/.test(text),
  text: (text: string) => text.length <= 1_000 && !text.includes("\0"),
  uuid: isUuid,
} as const;

/** A type of a key that a listing is sorted by. */
export type KeyType = keyof typeof checks;

/** @returns a cursor for the row with these keys. @param order the listing's, which a cursor is bound to */
export function keysetCursor(order: string, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([order, ...keys])).toString("base64url");
}

/** Reads what `keysetCursor` wrote; null for the first page. @throws INVALID for a made-up cursor, or one of another order */
export function readKeyset(
  cursor: string | null | undefined,
  { order, types }: { order: string; types: readonly KeyType[] },
): string[] | null {
  if (!cursor) return null;
  const [of, ...keys] = parseCursor(cursor);
  if (
    of !== order ||
    keys.length !== types.length ||
    !types.every((type, at) => checks[type](keys[at] ?? ""))
  )
    throw damaged();
  return keys;
}

function parseCursor(cursor: string): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    // Whatever it is, it is not ours.
    throw damaged();
  }
}

const damaged = () => new DomainError("INVALID", "This page address is damaged. Load the page again.");
