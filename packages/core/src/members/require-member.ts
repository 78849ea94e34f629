import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import type { LockedLibrary } from "../libraries/index.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Finds a member behind the library's lock.
 * @throws FORBIDDEN for the owner, who is changed by handing the library over alone; NOT_FOUND for who is no member
 */
export async function requireMember(
  ctx: Transaction<LibraryContext>,
  { ownerId }: LockedLibrary,
  userId: string,
): Promise<{ userId: string; name: string }> {
  if (userId === ownerId) {
    throw new DomainError("FORBIDDEN", "The owner of a library stays until they hand it over.");
  }
  const { libraryId } = ctx.access;
  const member = await ctx.db.libraryMember.findUnique({
    where: { libraryId_userId: { libraryId, userId } },
    select: { user: { select: { name: true } } },
  });
  if (!member) throw notFound("member");
  return { userId, name: member.user.name };
}
