import type { File } from "@alcoves/db/models";
import type { Context } from "../context.ts";
import { mostWords, type TypedText } from "./typed-text.ts";

/** A row of any way; those of files have a kind. */
export type FoundRow = {
  /** The way that it was found in, and where it stands among those of that way. */
  way: number;
  place: string;
  id: string;
  libraryId: string;
  name: string;
  parentId: string | null;
  parentName: string | null;
} & (Pick<File, "kind" | "thumbnailStatus" | "thumbnailDoneVersion" | "variantsStatus"> | { kind: null });

/** A row that was shown last. */
export type Place = Pick<FoundRow, "way" | "place" | "id">;

/** What is asked for: what comes after a row, from the first when there is none. */
interface Asked {
  libraryIds: readonly string[];
  typed: TypedText;
  after: Place | null;
  limit: number;
}

/** How many names of a library a way looks at that has to see all before it knows the best: what stands in more, nobody reads through. */
const mostCandidates = 2_000;
/** The same for guesses, which cost more each. */
const mostGuesses = 200;

const live = {
  folders: "n.trashed_at IS NULL",
  files: "n.trashed_at IS NULL AND n.companion_of_id IS NULL",
};
type Table = keyof typeof live;

/** What a row shows, in the same columns for both tables. */
const columns = {
  folders: `n.id, n.library_id, n.name, n.parent_id, NULL::file_kind AS kind, NULL::job_status AS thumbnail_status,
    NULL::int AS thumbnail_done_version, NULL::job_status AS variants_status`,
  files: `n.id, n.library_id, n.name, n.folder_id AS parent_id, n.kind, n.thumbnail_status,
    n.thumbnail_done_version, n.variants_status`,
};

/**
 * One way in which a name can answer to a text. `names` are the rows of one library, `mine.id`, with their place, which may make use
 * of where the page begins.
 */
interface Way {
  number: number;
  names: (begins: { place: string; id: string }) => string;
}

/**
 * Several ways in one statement, the best first: each is asked only where those before it have not filled the page. $1 are the
 * libraries, $2 and $3 the places and ids after which each way goes on (nulls: it is over), $4 is the limit.
 */
function statementOf(name: string, ways: readonly Way[]) {
  const queries = ways.map(({ number, names }, index) => {
    const begins = { place: `($2::text[])[${number + 1}] COLLATE "C"`, id: `($3::uuid[])[${number + 1}]` };
    const found = ways.slice(0, index).map((way) => `(SELECT count(*) FROM way_${way.number})`);
    return `way_${number} AS MATERIALIZED (
      SELECT ${number} AS way, n.* FROM unnest($1::uuid[]) AS mine(id)
      CROSS JOIN LATERAL (${names(begins)}) n
      WHERE ${begins.id} IS NOT NULL AND ${["0", ...found].join(" + ")} < $4
        AND (n.place, n.id) > (${begins.place}, ${begins.id})
      ORDER BY n.place, n.id LIMIT $4)`;
  });
  return {
    name: `search-names-${name}`,
    text: `
      WITH ${queries.join(", ")}
      SELECT n.way, n.place, n.id, n.library_id AS "libraryId", n.name, n.parent_id AS "parentId",
        (SELECT d.name FROM folders d WHERE d.id = n.parent_id) AS "parentName", n.kind,
        n.thumbnail_status AS "thumbnailStatus", n.thumbnail_done_version AS "thumbnailDoneVersion",
        n.variants_status AS "variantsStatus"
      FROM (${ways.map(({ number }) => `SELECT * FROM way_${number}`).join(" UNION ALL ")}) n
      ORDER BY n.way, n.place, n.id LIMIT $4`,
  };
}

/** Names that begin with the text, in their order: as many are read as are shown, however many there are. */
const beginning = (number: number, table: Table): Way => ({
  number,
  names: ({ place, id }) => `
    SELECT ${columns[table]}, lower(n.name) COLLATE "C" AS place FROM ${table} n
    WHERE n.library_id = mine.id AND ${live[table]}
      AND (lower(n.name) COLLATE "C", n.id) > (greatest(${place}, lower($5) COLLATE "C"), ${id})
      AND lower(n.name) COLLATE "C" < lower($5) || chr(1114111)
    ORDER BY lower(n.name) COLLATE "C", n.id LIMIT $4`,
});

/** Names that hold every word of the text; those where the first word begins a word go before. */
const holding = (number: number, table: Table, words: number): Way => ({
  number,
  names: () => `
    SELECT ${columns[table]}, ((CASE WHEN lower(n.name) ~ lower($6) THEN '0' ELSE '1' END) || lower(n.name)) COLLATE "C" AS place
    FROM ${table} n
    WHERE n.library_id = mine.id AND ${live[table]} AND NOT starts_with(lower(n.name), lower($5))
      AND ${Array.from({ length: words }, (_, index) => `lower(n.name) LIKE lower($${index + 7})`).join(" AND ")}
    LIMIT ${mostCandidates}`,
});

const alikeNames = {
  files: `
    SELECT ${columns.files}, a.likeness
    FROM files_alike(mine.id, lower($5), $6, ${mostGuesses}) a JOIN files n ON n.id = a.file_id`,
  // There are few enough of them to look at each.
  folders: `
    SELECT ${columns.folders}, a.likeness
    FROM folders n
    CROSS JOIN LATERAL (
      SELECT CASE WHEN lower(n.name) LIKE ANY ($6) THEN 1 ELSE word_similarity(lower($5), lower(n.name)) END AS likeness
    ) a
    WHERE n.library_id = mine.id AND ${live.folders} AND a.likeness >= 0.45`,
};

/** Names that hold something like each word of the text, the likest first. */
const alike = (number: number, table: Table): Way => ({
  number,
  names: () => `
    SELECT n.*, to_char(1 - n.likeness, '0.0000') COLLATE "C" AS place FROM (${alikeNames[table]}) n
    WHERE NOT starts_with(lower(n.name), lower($5)) AND NOT lower(n.name) LIKE ALL ($7)
      AND (lower(n.name) LIKE ANY ($6) OR (
        SELECT bool_and(word_similarity(word, lower(n.name)) >= 0.45)
        FROM unnest(string_to_array(lower($5), ' ')) AS word
      ))`,
});

/** How many ways there are. A name is found by one of them alone. */
const wayCount = 6;
/** The first of those that guess: they are for what no other way finds. */
const firstGuess = 4;

/** What begins with the text and, where there are words that an index knows, what holds them; by how many words there are. */
const knownStatements = Array.from({ length: mostWords + 1 }, (_, words) => {
  const begins = [beginning(0, "folders"), beginning(1, "files")];
  const holds = words === 0 ? [] : [holding(2, "folders", words), holding(3, "files", words)];
  return statementOf(`${words}`, [...begins, ...holds]);
});

const guessStatement = statementOf("alike", [alike(firstGuess, "folders"), alike(firstGuess + 1, "files")]);

/**
 * Names that answer to a text, by every way and the best first; guesses where there is nothing else.
 * @returns at most `limit` rows by (way, place, id)
 */
export async function findNames(
  ctx: Context,
  { libraryIds, typed, after, limit }: Asked,
): Promise<FoundRow[]> {
  const { text, wordPatterns, wordStart, swapped } = typed;
  const page = [libraryIds, ...beginningsAfter(after), limit, text];
  const known = knownStatements[wordPatterns.length];
  if (known && (after?.way ?? 0) < firstGuess) {
    const rows = await ctx.sql.read<FoundRow>(known, [
      ...page,
      ...(wordPatterns.length > 0 ? [wordStart, ...wordPatterns] : []),
    ]);
    if (rows.length > 0 || after) return rows;
  }
  if (swapped === null) return [];
  const lower = (patterns: readonly string[]) => patterns.map((pattern) => pattern.toLowerCase());
  return ctx.sql.read<FoundRow>(guessStatement, [...page, lower(swapped), lower(wordPatterns)]);
}

/** @returns for each way the place and the id after which it goes on: those before the row's are over, those behind are at their start */
function beginningsAfter(after: Place | null): [(string | null)[], (string | null)[]] {
  const start = { place: "", id: "00000000-0000-0000-0000-000000000000" };
  const begins = Array.from({ length: wayCount }, (_, way) => {
    if (!after || way > after.way) return start;
    return way === after.way ? after : { place: null, id: null };
  });
  return [begins.map(({ place }) => place), begins.map(({ id }) => id)];
}
