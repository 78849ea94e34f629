import { batched } from "../batched.ts";
import type { Context } from "../context.ts";
import type { Role } from "../libraries/schema.ts";
import { perServices } from "../per-services.ts";
import { isUuid } from "../uuid.ts";

const statement = {
  name: "library-role",
  text: `
    SELECT CASE WHEN l.owner_id = asked.user_id THEN 'owner' ELSE m.role::text END AS role
    FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS asked(library_id, user_id, place)
    LEFT JOIN libraries l ON l.id = asked.library_id
    LEFT JOIN library_members m ON m.library_id = l.id AND m.user_id = asked.user_id
    ORDER BY asked.place`,
};

/** Requests that come together share a statement. */
const finder = perServices(({ database }) =>
  batched((asked: { libraryId: string; userId: string }[]) =>
    database.sql.read<{ role: Role | null }>(statement, [
      asked.map(({ libraryId }) => libraryId),
      asked.map(({ userId }) => userId),
    ]),
  ),
);

/**
 * The one access decision: what the principal is to a library.
 * @returns null for those who are nothing to it, and for a library that does not exist: the two cannot be told apart
 */
export async function findRole(ctx: Context, libraryId: string): Promise<Role | null> {
  const { principal } = ctx;
  if (principal.kind === "system") return "owner";
  if (principal.kind === "visitor" || !isUuid(libraryId)) return null;
  const { role } = await finder(ctx.services)({ libraryId, userId: principal.userId });
  return role;
}
