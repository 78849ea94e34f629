import type { Context } from "../context.ts";
import type { Role } from "../libraries/schema.ts";

const statement = {
  name: "library-role",
  text: `
    SELECT CASE WHEN l.owner_id = $2 THEN 'owner' ELSE m.role::text END AS role
    FROM libraries l
    LEFT JOIN library_members m ON m.library_id = l.id AND m.user_id = $2
    WHERE l.id = $1`,
};

/**
 * The one access decision: what the principal is to a library.
 * @returns null for those who are nothing to it, and for a library that does not exist: the two cannot be told apart
 */
export async function findRole(ctx: Context, libraryId: string): Promise<Role | null> {
  const { principal } = ctx;
  if (principal.kind === "system") return "owner";
  if (principal.kind === "visitor") return null;
  const [row] = await ctx.sql.read<{ role: Role | null }>(statement, [libraryId, principal.userId]);
  return row?.role ?? null;
}
