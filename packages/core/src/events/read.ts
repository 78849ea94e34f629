import type { LibraryContext } from "../context.ts";
import type { LibraryEvent, LibraryNews } from "./schema.ts";

const pageSize = 500;

/**
 * Events stand in the order (transaction, id), and only settled ones are handed out: those of transactions older than
 * every running one. A transaction that commits late can then never appear before the reader's place.
 */
const newest = {
  name: "events-newest",
  text: "SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text || '-9223372036854775807' AS place",
};
const after = {
  name: "events-after",
  text: `
    SELECT transaction::text || '-' || id::text AS "eventId", kind, file_id AS "fileId", folder_id AS "folderId",
      transaction < pg_snapshot_xmin(pg_current_snapshot()) AS settled
    FROM events
    WHERE library_id = $1
      AND (transaction, id) > ($2::text::xid8, $3::bigint)
    ORDER BY transaction, id
    LIMIT ${pageSize}`,
};

/** @returns the place after everything that has happened so far */
export async function latestPlace(ctx: LibraryContext): Promise<string> {
  const [row] = await ctx.sql.read<{ place: string }>(newest, []);
  return row?.place ?? "0-0";
}

type EventRow = Record<string, unknown> & {
  eventId: string;
  kind: LibraryNews["kind"];
  fileId: string | null;
  folderId: string | null;
  settled: boolean;
};

function newsOf({ kind, fileId, folderId }: EventRow): LibraryNews {
  if (kind === "library.changed") return { kind };
  if (kind === "folders.changed") return { kind, folderId };
  return { kind, fileId: fileId ?? "" }; // an event of a file has its id
}

/**
 * @param place as in `LibraryEvent.eventId`: "<transaction>-<id>"
 * @returns at most 500 events after the place, oldest first; `heldBack` when more have happened that an older
 *   transaction, still running, keeps from being handed out
 */
export async function readEvents(
  ctx: LibraryContext,
  place: string,
): Promise<{ events: LibraryEvent[]; heldBack: boolean }> {
  const [transaction = "0", id = "0"] = place.split("-");
  const rows = await ctx.sql.read<EventRow>(after, [ctx.access.libraryId, transaction, id]);
  const events = rows.filter((row) => row.settled).map((row) => ({ eventId: row.eventId, ...newsOf(row) }));
  return { events, heldBack: events.length < rows.length };
}
