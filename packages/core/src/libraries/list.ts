import { requireAccount } from "../access/index.ts";
import type { Context, LibraryContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { LibrarySummary } from "./schema.ts";

/** PostgreSQL sends sums as text: they may be larger than a JavaScript number. */
type LibraryRow = Omit<LibrarySummary, "sizeBytes"> & { sizeBytes: string };

const text = `
  SELECT l.id AS "libraryId", l.name, l.emoji, l.is_personal AS "isPersonal", l.allows_sharing AS "allowsSharing",
         CASE WHEN l.owner_id = $1 THEN 'owner' ELSE m.role::text END AS role,
         1 + (SELECT count(*)::int FROM library_members o WHERE o.library_id = l.id) AS "memberCount",
         f.count AS "fileCount", f.bytes AS "sizeBytes"
  FROM libraries l
  LEFT JOIN library_members m ON m.library_id = l.id AND m.user_id = $1
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE companion_of_id IS NULL)::int AS count, coalesce(sum(size_bytes), 0)::text AS bytes
    FROM files WHERE library_id = l.id AND trashed_at IS NULL
  ) f
  WHERE (l.owner_id = $1 OR m.user_id IS NOT NULL)`;

const listStatement = { name: "libraries-list", text: `${text} ORDER BY l.is_personal DESC, l.name, l.id` };
const getStatement = { name: "libraries-get", text: `${text} AND l.id = $2` };

function toSummary({ sizeBytes, ...row }: LibraryRow): LibrarySummary {
  return { ...row, sizeBytes: Number(sizeBytes) };
}

/** The libraries the principal owns or is a member of, the personal one first. */
export async function listLibraries(ctx: Context): Promise<LibrarySummary[]> {
  const { userId } = requireAccount(ctx);
  const rows = await ctx.sql.read<LibraryRow>(listStatement, [userId]);
  return rows.map(toSummary);
}

/** One library as its members see it. */
export async function getLibrary(ctx: LibraryContext): Promise<LibrarySummary> {
  const { userId } = requireAccount(ctx);
  const [row] = await ctx.sql.read<LibraryRow>(getStatement, [userId, ctx.access.libraryId]);
  if (!row) throw notFound("library");
  return toSummary(row);
}
