import type { KeyType } from "../keyset-cursor.ts";
import { summarySql } from "./rows.ts";
import type { FileOrder } from "./schema.ts";
import { marksJoin } from "./tile-rows.ts";

/** One column that a listing is sorted by. */
interface SortKey {
  sql: string;
  type: KeyType;
}

const byName: SortKey = { sql: "f.name COLLATE natural_order", type: "text" };

/** What each order goes by, last the id, so that no two files stand at one place. Each is an index of its own. */
const sortKeys: Record<FileOrder, readonly SortKey[]> = {
  date: [{ sql: "f.filed_at", type: "timestamp" }],
  name: [byName],
  size: [{ sql: "f.size_bytes", type: "bigint" }],
  type: [{ sql: "f.mime_type", type: "text" }, byName],
};

/** Which of the listings is meant. */
export interface ListingKind {
  order: FileOrder;
  way: "ascending" | "descending";
  isTop: boolean;
  isFirst: boolean;
}

/** Types of the keys of an order, the id's last. */
export const keyTypes = (order: FileOrder): KeyType[] => [...sortKeys[order].map(({ type }) => type), "uuid"];

/**
 * The statement of a listing. A first page and a next one, the top and a folder are each written apart: a condition that is only
 * sometimes there ("$3 IS NULL OR …", IS NOT DISTINCT FROM) is one that no index helps with.
 * Parameters: the library, who asks, how many; then the folder unless it is the top, and the keys of the last row unless it is the first page.
 */
export function listStatement({ order, way, isTop, isFirst }: ListingKind): {
  name: string;
  text: string;
} {
  const keys = [...sortKeys[order], { sql: "f.id", type: "uuid" } as const];
  const [sign, word] = way === "ascending" ? [">", "ASC"] : ["<", "DESC"];
  const firstKey = isTop ? 4 : 5;
  const after = keys.map(({ type }, at) => `$${firstKey + at}::${type}`).join(", ");
  // The folder is the same for all, but an index gives its order away only when asked for it too: IS NULL is no equality to the planner.
  const sorted = `ORDER BY f.folder_id ${word}, ${keys.map(({ sql }) => `${sql} ${word}`).join(", ")}`;
  // The page first, then what else is said of its files: else the planner may join everything before it cuts the page.
  const text = `
    SELECT ${summarySql}, ARRAY[${keys.map(({ sql }) => `(${sql})::text`).join(", ")}] AS keys
    FROM (
      SELECT f.* FROM files f
      WHERE f.library_id = $1 AND f.folder_id ${isTop ? "IS NULL" : "= $4::uuid"}
        AND f.trashed_at IS NULL AND f.companion_of_id IS NULL
        ${isFirst ? "" : `AND (${keys.map(({ sql }) => sql).join(", ")}) ${sign} (${after})`}
      ${sorted} LIMIT $3
    ) f
    ${marksJoin("$2::uuid")}
    ${sorted}`;
  const name = ["files-list", order, way, isTop ? "top" : "folder", isFirst ? "first" : "next"].join("-");
  return { name, text };
}
