import type { LibraryContext } from "../context.ts";
import type { EventKind, LibraryEvent } from "./schema.ts";

const pageSize = 500;

/**
 * Events stand in the order (transaction, id), and only those of transactions older than every running one are read: a
 * transaction that commits late can then never appear before the reader's place.
 */
const newest = {
  name: "events-newest",
  text: "SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text || '-9223372036854775807' AS place",
};
const after = {
  name: "events-after",
  text: `
    SELECT transaction::text || '-' || id::text AS "eventId", kind, file_id AS "fileId"
    FROM events
    WHERE library_id = $1
      AND (transaction, id) > ($2::text::xid8, $3::bigint)
      AND transaction < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY transaction, id
    LIMIT ${pageSize}`,
};

/** @returns the place after everything that has happened so far */
export async function latestPlace(ctx: LibraryContext): Promise<string> {
  const [row] = await ctx.sql.read<{ place: string }>(newest, []);
  return row?.place ?? "0-0";
}

/**
 * @param place as in `LibraryEvent.eventId`: "<transaction>-<id>"
 * @returns at most 500 events after the place, oldest first
 */
export async function readEvents(ctx: LibraryContext, place: string): Promise<LibraryEvent[]> {
  const [transaction = "0", id = "0"] = place.split("-");
  return ctx.sql.read<{ eventId: string; kind: EventKind; fileId: string }>(after, [
    ctx.access.libraryId,
    transaction,
    id,
  ]);
}
