import { enterLibrary, requireAccount } from "../access/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { pictureUrls } from "../files/index.ts";
import { type FoundFile, type FoundFolder, type FoundPage, SearchNames } from "./schema.ts";
import { readTypedText } from "./typed-text.ts";
import { type FoundRow, findNames, type Place } from "./ways.ts";

const librariesStatement = {
  name: "search-libraries",
  text: `
    SELECT l.id FROM libraries l WHERE l.owner_id = $1
    UNION SELECT m.library_id FROM library_members m WHERE m.user_id = $1`,
};

/**
 * Files and folders whose names answer to a text, best first: what begins with it, then what holds its words; where nothing does, and
 * it is of letters alone, what is nearly it. Letter case does not count. A text of two characters finds what begins with it. Of what stands in more than 2,000 names of a
 * library, 2,000 are shown. Neither the trash nor companions of files are looked at.
 * @throws NOT_FOUND for a library that the account is nothing to, INVALID for a made-up cursor
 */
export async function searchNames(ctx: Context, input: SearchNames): Promise<FoundPage> {
  const { text, libraryId, cursor, limit } = SearchNames.parse(input);
  const { userId } = requireAccount(ctx);
  const libraryIds =
    libraryId === null
      ? (await ctx.sql.read<{ id: string }>(librariesStatement, [userId])).map(({ id }) => id)
      : [(await enterLibrary(ctx, libraryId, "see its files")).access.libraryId];
  const typed = readTypedText(text);
  const after = cursor ? readPlace(cursor) : null;
  const rows = await findNames(ctx, { libraryIds, typed, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    found: page.map(toFound),
    nextCursor: rows.length > limit && last ? `${last.way}_${last.id}_${last.place}` : null,
  };
}

function readPlace(cursor: string): Place {
  const match = /^([0-5])_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([^\0]*)$/s.exec(cursor);
  if (!match?.[2]) throw new DomainError("INVALID", "This page address is damaged. Search again.");
  return { way: Number(match[1]), id: match[2], place: match[3]?.toWellFormed() ?? "" };
}

function toFound(row: FoundRow): FoundFolder | FoundFile {
  const { id, libraryId, name, parentId, parentName } = row;
  if (row.kind === null) return { type: "folder", folderId: id, libraryId, name, parentName };
  const { kind } = row;
  return {
    ...{ type: "file", fileId: id, libraryId, folderId: parentId, name, parentName, kind },
    pictures: pictureUrls(row),
  };
}
