import type { IdentityProviderId } from "@alcoves/core/identities/schema";
import { inProcess } from "../../server/in-process.ts";

/** A provider that people may sign in through. */
export interface IdentityChoice {
  id: IdentityProviderId;
  name: string;
}

/** What the browser may know of the providers that the operator named: no secret. */
export function identityChoices(): IdentityChoice[] {
  return inProcess().identityProviders.map(({ id, name }) => ({ id, name }));
}
