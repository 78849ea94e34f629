import type { File } from "@alcoves/db/models";
import type { Context } from "../context.ts";
import type { TypedText } from "./typed-text.ts";

/** A row of any way; those of files have a kind. */
export type FoundRow = {
  id: string;
  libraryId: string;
  name: string;
  parentId: string | null;
  parentName: string | null;
  /** Where it stands among those of its way. */
  place: string;
} & (Pick<File, "kind" | "thumbnailStatus" | "thumbnailDoneVersion" | "variantsStatus"> | { kind: null });

/** What one way is asked: what comes after a place, in order. */
interface Asked {
  libraryIds: readonly string[];
  typed: TypedText;
  after: { place: string; id: string };
  limit: number;
}

/** One way in which a name can answer to a text, of files or of folders. @returns rows by (place, id) */
export type Way = (ctx: Context, asked: Asked) => Promise<FoundRow[]>;

/** How many names of a library a way looks at that has to see all before it knows the best: what stands in more, nobody reads through. */
const mostCandidates = 2_000;
/** The same for guesses, which cost more each. */
const mostGuesses = 200;

const tables = {
  folders: {
    live: "n.trashed_at IS NULL",
    columns: `n.parent_id AS "parentId", NULL AS kind`,
    parent: "n.parent_id",
  },
  files: {
    live: "n.trashed_at IS NULL AND n.companion_of_id IS NULL",
    columns: `n.folder_id AS "parentId", n.kind, n.thumbnail_status AS "thumbnailStatus",
      n.thumbnail_done_version AS "thumbnailDoneVersion", n.variants_status AS "variantsStatus"`,
    parent: "n.folder_id",
  },
};
type Table = keyof typeof tables;

/** A statement over each of the libraries. `names` gives the columns of the table and a place, for one library, `mine.id`. */
function statementOf(table: Table, way: string, names: string) {
  return {
    name: `search-${table}-${way}`,
    text: `
      SELECT n.id, n.library_id AS "libraryId", n.name, d.name AS "parentName", n.place, ${tables[table].columns}
      FROM unnest($1::uuid[]) AS mine(id)
      CROSS JOIN LATERAL (${names}) n
      LEFT JOIN folders d ON d.id = ${tables[table].parent}
      WHERE (n.place, n.id) > ($2 COLLATE "C", $3::uuid)
      ORDER BY n.place, n.id LIMIT $4`,
  };
}

/** Names that begin with the text, in their order: as many are read as are shown, however many there are. */
function beginning(table: Table): Way {
  const statement = statementOf(
    table,
    "beginning",
    `SELECT n.*, lower(n.name) COLLATE "C" AS place FROM ${table} n
     WHERE n.library_id = mine.id AND ${tables[table].live}
       AND (lower(n.name) COLLATE "C", n.id) > (greatest($2 COLLATE "C", lower($5) COLLATE "C"), $3::uuid)
       AND lower(n.name) COLLATE "C" < lower($5) || chr(1114111)
     ORDER BY lower(n.name) COLLATE "C", n.id LIMIT $4`,
  );
  return (ctx, { libraryIds, typed, after, limit }) =>
    ctx.sql.read<FoundRow>(statement, [libraryIds, after.place, after.id, limit, typed.text]);
}

/** Names that hold every word of the text; those where the first word begins a word go before. */
function holding(table: Table): Way {
  return async (ctx, { libraryIds, typed, after, limit }) => {
    const { wordPatterns, wordStart, text } = typed;
    if (wordPatterns.length === 0) return [];
    const conditions = wordPatterns.map((_, index) => `lower(n.name) LIKE lower($${index + 7})`);
    const statement = statementOf(
      table,
      `holding-${wordPatterns.length}`,
      `SELECT n.*, ((CASE WHEN lower(n.name) ~ lower($6) THEN '0' ELSE '1' END) || lower(n.name)) COLLATE "C" AS place
       FROM ${table} n
       WHERE n.library_id = mine.id AND ${tables[table].live} AND NOT starts_with(lower(n.name), lower($5))
         AND ${conditions.join(" AND ")}
       LIMIT ${mostCandidates}`,
    );
    return ctx.sql.read<FoundRow>(statement, [
      ...[libraryIds, after.place, after.id, limit],
      ...[text, wordStart, ...wordPatterns],
    ]);
  };
}

const alikeNames = {
  files: `
    SELECT n.*, to_char(1 - a.likeness, '0.0000') AS place
    FROM files_alike(mine.id, lower($5), $6, ${mostGuesses}) a JOIN files n ON n.id = a.file_id`,
  // There are few enough of them to look at each.
  folders: `
    SELECT n.*, to_char(1 - a.likeness, '0.0000') AS place
    FROM folders n
    CROSS JOIN LATERAL (
      SELECT CASE WHEN lower(n.name) LIKE ANY ($6) THEN 1 ELSE word_similarity(lower($5), lower(n.name)) END AS likeness
    ) a
    WHERE n.library_id = mine.id AND n.trashed_at IS NULL AND a.likeness >= 0.45`,
};

/** Names that hold something like each word of the text, the likest first. */
function alike(table: Table): Way {
  const statement = statementOf(
    table,
    "alike",
    `SELECT * FROM (${alikeNames[table]}) n
     WHERE NOT starts_with(lower(n.name), lower($5)) AND NOT lower(n.name) LIKE ALL ($7)
       AND (lower(n.name) LIKE ANY ($6) OR (
         SELECT bool_and(word_similarity(word, lower(n.name)) >= 0.45)
         FROM unnest(string_to_array(lower($5), ' ')) AS word
       ))`,
  );
  return async (ctx, { libraryIds, typed, after, limit }) => {
    if (typed.swapped === null) return [];
    const lower = (patterns: readonly string[]) => patterns.map((pattern) => pattern.toLowerCase());
    return ctx.sql.read<FoundRow>(statement, [
      ...[libraryIds, after.place, after.id, limit],
      ...[typed.text, lower(typed.swapped), lower(typed.wordPatterns)],
    ]);
  };
}

/** Every way, the best first. A name is found by one of them alone. */
export const ways: readonly Way[] = [
  beginning("folders"),
  beginning("files"),
  holding("folders"),
  holding("files"),
  alike("folders"),
  alike("files"),
];

/** Place of the first way that guesses: those are for what no other way finds. */
export const firstGuess = 4;
