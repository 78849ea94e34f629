import type { Context, LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import type { Role } from "../libraries/schema.ts";
import { findRole } from "./find-role.ts";
import { isAtLeast, type Permission, permissions } from "./roles.ts";

/**
 * Opens a library to a principal.
 * @throws NOT_FOUND to those who are nothing to it, FORBIDDEN to those whose role or token may too little
 */
export async function enterLibrary(ctx: Context, libraryId: string, wanted: Role): Promise<LibraryContext> {
  const role = await findRole(ctx, libraryId);
  if (!role) throw notFound("library");
  const inside = { ...ctx, access: { libraryId, role } };
  requireRole(inside, wanted);
  return inside;
}

/** @throws FORBIDDEN when the role is too little, or the token may only read */
export function requireRole(ctx: LibraryContext, wanted: Role): void {
  if (!isAtLeast(ctx.access.role, wanted)) {
    throw new DomainError(
      "FORBIDDEN",
      `Only a ${wanted} of this library may do that. Ask its owner for the role.`,
    );
  }
  if (wanted !== "viewer") requireWriter(ctx);
}

/** @throws FORBIDDEN when the role may not do that */
export function requirePermission(ctx: LibraryContext, permission: Permission): void {
  requireRole(ctx, permissions[permission]);
}

/** @throws FORBIDDEN for a token that may only read */
export function requireWriter({ principal }: Context): void {
  if (principal.kind === "token" && principal.scope === "read") {
    throw new DomainError("FORBIDDEN", "This access token may only read. Make one that may write.");
  }
}
