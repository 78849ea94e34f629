import type { LibraryContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Transaction } from "../transaction.ts";
import { mentionedIn } from "./schema.ts";

/**
 * Lets a text mention members of the library alone: others could not come to see it.
 * @param before the text as it was; whom it mentioned already may stay, members or not
 * @throws INVALID for anybody else
 */
export async function requireMentionable(
  { db, access: { libraryId } }: Transaction<LibraryContext>,
  text: string,
  before = "",
): Promise<void> {
  const known = new Set(mentionedIn(before));
  const asked = mentionedIn(text).filter((userId) => !known.has(userId));
  if (asked.length === 0) return;
  const members = await db.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM library_members WHERE library_id = ${libraryId}::uuid AND user_id = ANY(${asked}::uuid[])
    UNION
    SELECT owner_id FROM libraries WHERE id = ${libraryId}::uuid AND owner_id = ANY(${asked}::uuid[])`;
  if (members.length < asked.length)
    throw new DomainError("INVALID", "Only members of this library can be mentioned. Take the others out.");
}

/** Writes down whom a comment mentions; those without an account any more are left out. */
export async function putMentions(
  { db }: Transaction<LibraryContext>,
  commentId: string,
  text: string,
): Promise<void> {
  await db.commentMention.deleteMany({ where: { commentId } });
  await db.$executeRaw`
    INSERT INTO comment_mentions (comment_id, user_id)
    SELECT ${commentId}::uuid, id FROM users WHERE id = ANY(${mentionedIn(text)}::uuid[]) FOR KEY SHARE`;
}
