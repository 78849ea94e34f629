import { batched } from "../batched.ts";
import type { LibraryContext } from "../context.ts";
import { requireFolder } from "../folders/index.ts";
import { keysetCursor, readKeyset } from "../keyset-cursor.ts";
import { perServices } from "../per-services.ts";
import { keyTypes, listStatement } from "./list-statements.ts";
import { type SummaryRow, summarySql, toSummary } from "./rows.ts";
import { type FilePage, type FileSummary, ListFiles, SomeFiles, type TileFile } from "./schema.ts";
import { marksJoin, toTile } from "./tile-rows.ts";

const someStatement = {
  name: "files-some",
  text: `
    SELECT asked.place, ${summarySql}
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[]) AS asked(file_id, library_id, user_id, place)
    JOIN files f ON f.id = asked.file_id AND f.library_id = asked.library_id
    ${marksJoin("asked.user_id")}
    WHERE f.trashed_at IS NULL AND f.companion_of_id IS NULL`,
};

/** Whose question it is, and of which files. */
interface Asked {
  libraryId: string;
  userId: string | null;
  fileIds: string[];
}

/** Those who ask together share a statement: a page asks by batches, and all who look at a library hear of the same file. */
const someFinder = perServices(({ database }) =>
  batched(async (asked: Asked[]) => {
    const wanted = asked.flatMap(({ libraryId, userId, fileIds }, place) =>
      [...new Set(fileIds)].map((fileId) => ({ fileId, libraryId, userId, place })),
    );
    const rows = await database.sql.read<SummaryRow & { place: number }>(someStatement, [
      wanted.map(({ fileId }) => fileId),
      wanted.map(({ libraryId }) => libraryId),
      wanted.map(({ userId }) => userId),
      wanted.map(({ place }) => place),
    ]);
    const found = new Map(rows.map((row) => [`${row.place} ${row.id}`, row]));
    return asked.map(({ fileIds }, place) =>
      [...new Set(fileIds)].flatMap((fileId) => found.get(`${place} ${fileId}`) ?? []),
    );
  }),
);

/** One page of a folder's files. @throws NOT_FOUND for a folder of another library, INVALID for a made-up cursor */
export async function listFiles(ctx: LibraryContext, input: ListFiles): Promise<FilePage> {
  const { folderId, order, way, cursor, limit } = ListFiles.parse(input);
  const bound = `${order} ${way}`;
  const keys = readKeyset(cursor, { order: bound, types: keyTypes(order) });
  const statement = listStatement({ order, way, isTop: folderId === null, isFirst: keys === null });
  // Both are asked at once: what is in a folder that is not there is nobody's answer.
  const [rows] = await Promise.all([
    ctx.sql.read<SummaryRow & { keys: string[] }>(statement, [
      ctx.access.libraryId,
      askerOf(ctx),
      limit + 1,
      ...(folderId === null ? [] : [folderId]),
      ...(keys ?? []),
    ]),
    requireFolder(ctx, folderId),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    files: page.map(toSummary),
    nextCursor: rows.length > limit && last ? keysetCursor(bound, last.keys) : null,
  };
}

/** The present state of some files; those that are gone, trashed, of another library or companions of a file are left out. */
export async function someFiles(ctx: LibraryContext, input: SomeFiles): Promise<FileSummary[]> {
  const { fileIds } = SomeFiles.parse(input);
  const { libraryId } = ctx.access;
  const rows = await someFinder(ctx.services)({ libraryId, userId: askerOf(ctx), fileIds });
  return rows.map(toSummary);
}

const tilesStatement = {
  name: "files-tiles",
  text: `SELECT ${summarySql} FROM files f ${marksJoin("$3::uuid")} WHERE f.id = ANY($1::uuid[]) AND f.library_id = $2`,
};

/** Files as tiles, by their ids, wherever they are: those who ask say which, those in the trash included. */
export async function findTiles(
  ctx: LibraryContext,
  fileIds: readonly string[],
): Promise<Map<string, TileFile>> {
  const rows = await ctx.sql.read<SummaryRow & Record<string, unknown>>(tilesStatement, [
    fileIds,
    ctx.access.libraryId,
    askerOf(ctx),
  ]);
  return new Map(rows.map((row) => [row.id, toTile(row)]));
}

/** Whose marks are shown; null for the system, which has none. */
export function askerOf({ principal }: Pick<LibraryContext, "principal">): string | null {
  return "userId" in principal ? principal.userId : null;
}
