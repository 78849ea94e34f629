import type { LibraryContext } from "../context.ts";
import { mayChange } from "../files/index.ts";
import type { FileKind } from "../files/schema.ts";
import { cursorAfter, readCursor } from "../keyset-cursor.ts";
import { ListTrash, type TrashPage } from "./schema.ts";

interface TrashRow {
  fileId: string;
  name: string;
  kind: FileKind;
  sizeBytes: string;
  trashedAt: Date;
  uploadedById: string | null;
  thumbhash: Buffer | null;
  place: string;
}

const statement = {
  name: "trash-list",
  text: `
    SELECT id AS "fileId", name, kind, size_bytes AS "sizeBytes", trashed_at AS "trashedAt", uploaded_by_id AS "uploadedById",
           thumbhash, extract(epoch FROM trashed_at)::text AS place
    FROM files
    WHERE library_id = $1 AND trashed_at IS NOT NULL AND purged_at IS NULL AND companion_of_id IS NULL
      AND ($2::numeric IS NULL OR (trashed_at, id) < (to_timestamp($2::numeric), $3::uuid))
    ORDER BY trashed_at DESC, id DESC
    LIMIT $4`,
};

/** One page of a library's trash, latest first. @throws INVALID for a made-up cursor */
export async function listTrash(ctx: LibraryContext, input: ListTrash): Promise<TrashPage> {
  const { cursor, limit } = ListTrash.parse(input);
  const { place, id } = readCursor(cursor);
  const rows = await ctx.sql.read<TrashRow>(statement, [ctx.access.libraryId, place, id, limit + 1]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    files: page.map(({ place: _place, uploadedById, thumbhash, sizeBytes, ...row }) => ({
      ...row,
      sizeBytes: Number(sizeBytes),
      mayRestore: mayChange(ctx, { uploadedById }),
      thumbhash: thumbhash?.toString("base64") ?? null,
    })),
    nextCursor: rows.length > limit && last ? cursorAfter({ place: last.place, id: last.fileId }) : null,
    days: ctx.services.trashDays,
  };
}
