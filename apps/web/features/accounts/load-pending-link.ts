import type { PendingLink } from "@alcoves/core/identities/schema";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { inProcess } from "../../server/in-process.ts";
import { errorCodeOf } from "./enter-by-identity.ts";
import { identityChoices } from "./identity-choices.ts";
import { readPendingLink } from "./pending-link-cookie.ts";

/** The link that waits in this browser, with the provider's name. Without one there is nothing to do here. */
export async function loadPendingLink(): Promise<PendingLink & { providerName: string }> {
  const { apiContext, describePendingLink } = inProcess();
  const link = await readPendingLink();
  const { core } = await apiContext(new Headers(await headers()));
  try {
    const pending = describePendingLink(core, { link: link ?? "" });
    const name = identityChoices().find(({ id }) => id === pending.provider)?.name ?? pending.provider;
    return { ...pending, providerName: name };
  } catch (error) {
    return redirect(`/sign-in?error=${errorCodeOf(error)}`);
  }
}
