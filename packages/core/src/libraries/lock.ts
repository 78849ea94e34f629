import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import type { Transaction } from "../transaction.ts";
import type { Role } from "./schema.ts";

/** What a locked library is at this moment. */
export interface LockedLibrary {
  readonly name: string;
  readonly ownerId: string;
  readonly isPersonal: boolean;
}

/**
 * Makes changes of a library's members go one at a time, and looks at the principal's role anew behind the lock: whoever was
 * removed or given another role a moment ago does not go on with what they began. Files come in meanwhile.
 * @throws NOT_FOUND for who is nothing to the library any more, CONFLICT for whose role has changed
 */
export async function lockLibrary(ctx: Transaction<LibraryContext>): Promise<LockedLibrary> {
  const { libraryId } = ctx.access;
  const [library] = await ctx.db.$queryRaw<LockedLibrary[]>`
    SELECT name, owner_id AS "ownerId", is_personal AS "isPersonal"
    FROM libraries WHERE id = ${libraryId}::uuid FOR NO KEY UPDATE`;
  const role = library && (await roleBehindLock(ctx, library.ownerId));
  if (!library || !role) throw notFound("library");
  if (role !== ctx.access.role) {
    throw new DomainError("CONFLICT", "Your role in this library has just changed. Load the page again.");
  }
  return library;
}

async function roleBehindLock(ctx: LibraryContext, ownerId: string): Promise<Role | null> {
  const { principal } = ctx;
  if (principal.kind === "system") return "owner";
  if (principal.kind === "visitor") return null;
  const { userId } = principal;
  if (userId === ownerId) return "owner";
  const { libraryId } = ctx.access;
  const member = await ctx.db.libraryMember.findUnique({
    where: { libraryId_userId: { libraryId, userId } },
  });
  return member?.role ?? null;
}
