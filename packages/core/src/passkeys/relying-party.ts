import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { canHavePasskeys } from "./schema.ts";

/**
 * Whom passkeys are made for: the domain of the instance, opened at its origin.
 * @throws UNAVAILABLE where the instance's address cannot have passkeys
 */
export function relyingParty({ services }: Context): { id: string; origin: string } {
  const { origin } = services;
  if (canHavePasskeys(origin)) return { id: new URL(origin).hostname, origin };
  throw new DomainError(
    "UNAVAILABLE",
    "Passkeys need https and a domain name. Ask the owner of this instance for them.",
  );
}
