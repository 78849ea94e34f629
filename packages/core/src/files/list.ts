import { batched } from "../batched.ts";
import type { LibraryContext } from "../context.ts";
import { requireFolder } from "../folders/index.ts";
import { cursorAfter, readCursor } from "../keyset-cursor.ts";
import { perServices } from "../per-services.ts";
import { type SummaryRow, summaryColumns, toSummary } from "./rows.ts";
import { type FilePage, type FileSummary, ListFiles, SomeFiles } from "./schema.ts";

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = Object.keys(summaryColumns)
  .map((name) => `f.${snake(name)} AS "${name}"`)
  .join(", ");
const shownAt = "coalesce(f.captured_at, f.created_at)";

/** Newest capture first; the cursor is the last row's place, so that new files shift nothing (keyset, never OFFSET). */
const listStatement = {
  name: "files-list",
  text: `
    SELECT ${columns}, extract(epoch FROM ${shownAt})::text AS place
    FROM files f
    WHERE f.library_id = $1 AND f.folder_id IS NOT DISTINCT FROM $2::uuid
      AND f.trashed_at IS NULL AND f.companion_of_id IS NULL
      AND ($3::numeric IS NULL OR (${shownAt}, f.id) < (to_timestamp($3::numeric), $4::uuid))
    ORDER BY ${shownAt} DESC, f.id DESC
    LIMIT $5`,
};
const someStatement = {
  name: "files-some",
  text: `
    SELECT f.library_id AS "libraryId", ${columns} FROM files f
    WHERE f.id = ANY($1::uuid[]) AND f.trashed_at IS NULL AND f.companion_of_id IS NULL`,
};

/** Those who ask together share a statement: a page asks by batches, and all who look at a library hear of the same file. */
const someFinder = perServices(({ database }) =>
  batched(async (asked: { libraryId: string; fileIds: string[] }[]) => {
    const fileIds = [...new Set(asked.flatMap((one) => one.fileIds))];
    const rows = await database.sql.read<SummaryRow & { libraryId: string }>(someStatement, [fileIds]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return asked.map(({ libraryId, fileIds }) =>
      [...new Set(fileIds)].flatMap((fileId) => {
        const row = found.get(fileId);
        return row?.libraryId === libraryId ? [row] : [];
      }),
    );
  }),
);

/** One page of a folder's files. @throws NOT_FOUND for a folder of another library, INVALID for a made-up cursor */
export async function listFiles(ctx: LibraryContext, input: ListFiles): Promise<FilePage> {
  const { folderId, cursor, limit } = ListFiles.parse(input);
  await requireFolder(ctx, folderId);
  const { place, id } = readCursor(cursor);
  const rows = await ctx.sql.read<SummaryRow & { place: string }>(listStatement, [
    ctx.access.libraryId,
    folderId,
    place,
    id,
    limit + 1,
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    files: page.map(toSummary),
    nextCursor: rows.length > limit && last ? cursorAfter(last) : null,
  };
}

/** The present state of some files; those that are gone, trashed, of another library or companions of a file are left out. */
export async function someFiles(ctx: LibraryContext, input: SomeFiles): Promise<FileSummary[]> {
  const { fileIds } = SomeFiles.parse(input);
  const rows = await someFinder(ctx.services)({ libraryId: ctx.access.libraryId, fileIds });
  return rows.map(toSummary);
}
