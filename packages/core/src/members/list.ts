import { isAllowed } from "../access/index.ts";
import { avatarUrlOf } from "../avatars/schema.ts";
import type { LibraryContext } from "../context.ts";
import type { MemberSummary } from "./schema.ts";

const statement = {
  name: "members-list",
  text: `
    SELECT u.id AS "userId", u.name, u.email, u.avatar_version AS "avatarVersion", m.role, m."joinedAt"
    FROM (
      SELECT owner_id AS user_id, 'owner' AS role, created_at AS "joinedAt", 0 AS rank FROM libraries WHERE id = $1
      UNION ALL
      SELECT user_id, role::text, created_at, CASE role WHEN 'admin' THEN 1 WHEN 'contributor' THEN 2 ELSE 3 END
      FROM library_members WHERE library_id = $1
    ) m
    JOIN users u ON u.id = m.user_id
    ORDER BY m.rank, lower(u.name), u.id`,
};

type MemberRow = Omit<MemberSummary, "email" | "avatarUrl"> & { email: string; avatarVersion: number | null };

/** Who belongs to the library: the owner first, then by role and name. */
export async function listMembers(ctx: LibraryContext): Promise<MemberSummary[]> {
  const rows = await ctx.sql.read<MemberRow>(statement, [ctx.access.libraryId]);
  const seesEmail = isAllowed(ctx.access, "manage members");
  return rows.map(({ email, avatarVersion, ...member }) => ({
    ...member,
    email: seesEmail ? email : null,
    avatarUrl: avatarUrlOf({ id: member.userId, avatarVersion }),
  }));
}
