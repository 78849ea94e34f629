import { DomainError } from "../errors.ts";
import { type IdentityRefusal, identityRefusals } from "./schema.ts";

/** An identity that may not sign in or be connected; pages say why by its reason. */
export class IdentityRefused extends DomainError {
  constructor(readonly reason: IdentityRefusal) {
    super("FORBIDDEN", identityRefusals[reason]);
  }
}
