import { avatarKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { isUuid } from "../uuid.ts";

/** A person's picture as it is kept. */
export interface Avatar {
  key: string;
  etag: string;
  mimeType: string;
  /** Of the picture that stands now; an older address shows it too. */
  version: number;
}

const statement = {
  name: "avatar-version",
  text: `
    WITH circles AS (
      SELECT id AS library_id, owner_id AS user_id FROM libraries
      UNION ALL SELECT library_id, user_id FROM library_members
    )
    SELECT u.avatar_version AS version FROM users u
    WHERE u.id = $1 AND u.avatar_version IS NOT NULL AND (
      $3 OR u.id = $2 OR EXISTS (
        SELECT FROM circles own JOIN circles other USING (library_id)
        WHERE own.user_id = $2 AND other.user_id = $1
      )
    )`,
};

/**
 * Finds a person's picture for themselves, for those they share a library with, and for the owner of the instance.
 * @throws NOT_FOUND to all others, for a person without a picture, and for nobody: the three cannot be told apart
 */
export async function findAvatar(ctx: Context, userId: string): Promise<Avatar> {
  const { principal } = ctx;
  if (!("userId" in principal) || !isUuid(userId)) throw notFound("picture");
  const asked = [userId, principal.userId, principal.isInstanceOwner];
  const [row] = await ctx.sql.read<{ version: number }>(statement, asked);
  if (!row) throw notFound("picture");
  const { version } = row;
  return {
    key: avatarKey({ userId, version }),
    etag: `"${userId}-${version}"`,
    mimeType: "image/webp",
    version,
  };
}
