import type { Context, LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { findRole } from "./find-role.ts";
import { isAtLeast, type Permission, permissions } from "./schema.ts";

/**
 * Opens a library to a principal for something they want to do in it. The one guard of everything below a library: verbs that
 * take a LibraryContext rely on the door that made it.
 * @throws NOT_FOUND to those who are nothing to it, FORBIDDEN to those whose role or token may too little
 */
export async function enterLibrary(
  ctx: Context,
  libraryId: string,
  permission: Permission,
): Promise<LibraryContext> {
  const role = await findRole(ctx, libraryId);
  if (!role) throw notFound("library");
  const wanted = permissions[permission];
  if (!isAtLeast(role, wanted)) {
    throw new DomainError(
      "FORBIDDEN",
      `Only a ${wanted} of this library may do that. Ask its owner for the role.`,
    );
  }
  if (wanted !== "viewer") requireWriter(ctx);
  return { ...ctx, access: { libraryId, role } };
}

/** @throws FORBIDDEN for a token that may only read */
export function requireWriter({ principal }: Context): void {
  if (principal.kind === "token" && principal.scope === "read") {
    throw new DomainError("FORBIDDEN", "This access token may only read. Make one that may write.");
  }
}
