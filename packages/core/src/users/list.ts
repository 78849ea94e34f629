import { requireInstanceOwner } from "../access/index.ts";
import { avatarUrlOf } from "../avatars/schema.ts";
import type { Context } from "../context.ts";
import type { UserSummary } from "./schema.ts";

const statement = {
  name: "users-list",
  text: `
    SELECT u.id, u.name, u.email, u.avatar_version AS "avatarVersion", u.is_instance_owner AS "isInstanceOwner",
           u.created_at AS "createdAt", u.disabled_at AS "disabledAt",
           greatest((SELECT max(last_seen_at) FROM sessions s WHERE s.user_id = u.id),
                    (SELECT max(last_used_at) FROM access_tokens t WHERE t.user_id = u.id)) AS "lastSeenAt"
    FROM users u ORDER BY lower(u.name), u.id`,
};

/** Every account, by name. @throws FORBIDDEN but for the instance owner */
export async function listUsers(ctx: Context): Promise<UserSummary[]> {
  requireInstanceOwner(ctx);
  const rows = await ctx.sql.read<UserRow>(statement, []);
  return rows.map(({ id, avatarVersion, ...user }) => ({
    ...user,
    userId: id,
    avatarUrl: avatarUrlOf({ id, avatarVersion }),
  }));
}

type UserRow = Omit<UserSummary, "userId" | "avatarUrl"> & { id: string; avatarVersion: number | null };
