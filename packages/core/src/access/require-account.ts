import type { AccountPrincipal, Context } from "../context.ts";
import { DomainError } from "../errors.ts";

/** @throws UNAUTHENTICATED for a visitor */
export function requireAccount({ principal }: Context): AccountPrincipal {
  if (principal.kind === "member" || principal.kind === "token") return principal;
  throw new DomainError("UNAUTHENTICATED", "Sign in to do that.");
}

/** @throws UNAUTHENTICATED for a visitor, FORBIDDEN for a token: some things a person does in person. */
export function requireSession(ctx: Context): Extract<AccountPrincipal, { kind: "member" }> {
  const principal = requireAccount(ctx);
  if (principal.kind === "member") return principal;
  throw new DomainError("FORBIDDEN", "An access token cannot do that. Sign in with your password.");
}

/** @throws FORBIDDEN for everyone but the instance owner */
export function requireInstanceOwner(ctx: Context): AccountPrincipal {
  const principal = requireAccount(ctx);
  if (principal.isInstanceOwner) return principal;
  throw new DomainError("FORBIDDEN", "Only the owner of this instance may do that.");
}
