import { identityRefusals } from "@alcoves/core/identities/schema";
import { cookies } from "next/headers";
import type { Account, Profile, User } from "next-auth";
import { inProcess } from "../../server/in-process.ts";
import { inviteOf } from "../invites/invite-of.ts";
import type { IdentityClaims } from "./identity-provider.ts";
import { keepPendingLink } from "./pending-link-cookie.ts";
import { safeCallbackUrl } from "./safe-callback-url.ts";

/** Somebody on the way in, as next-auth tells it. */
interface Coming {
  user: User;
  account: Account | null;
  profile?: Profile & Partial<IdentityClaims>;
}

/**
 * Asks core who comes back from a provider, and puts the session it opened where next-auth seals it into the cookie.
 * @returns true to let them in, or the page that they see instead
 */
export async function enterByIdentity(
  headers: Headers,
  { user, account, profile }: Coming,
): Promise<true | string> {
  const { apiContext, signInByIdentity, identityProviders } = inProcess();
  const provider = identityProviders.find(({ id }) => id === account?.provider);
  if (!account || !provider) return true; // a password: authorize has opened its session
  const { core } = await apiContext(headers);
  try {
    const end = await signInByIdentity(core, {
      provider: provider.id,
      issuer: provider.issuer,
      subject: account.providerAccountId,
      email: profile?.email ?? null,
      emailVerified: profile?.email_verified === true,
      name: profile?.name ?? "",
      invite: inviteOf(await whereTo()) ?? undefined,
    });
    if (end.kind === "known") return "/settings/security";
    if (end.kind === "in") {
      const { userId: id, name, email, sessionId } = end.session;
      Object.assign(user, { id, name, email, sessionId });
      return true;
    }
    await keepPendingLink(end.link);
    return `/sign-in/link?callbackUrl=${encodeURIComponent(await whereTo())}`;
  } catch (error) {
    const page = core.principal.kind === "member" ? "/settings/security" : "/sign-in";
    return `${page}?error=${errorCodeOf(error)}`;
  }
}

/** Where they were going, from the cookie in which next-auth keeps it meanwhile. */
async function whereTo(): Promise<string> {
  const { origin } = inProcess();
  const name = `${origin.startsWith("https:") ? "__Secure-" : ""}next-auth.callback-url`;
  return safeCallbackUrl((await cookies()).get(name)?.value, origin);
}

/** @returns what `identity-error.tsx` has a sentence for. By shape: pages have a copy of core's classes of their own. */
export function errorCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  const reason: unknown = Reflect.get(error, "reason");
  if (typeof reason === "string" && reason in identityRefusals) return reason;
  return "retryAfterSeconds" in error ? "limited" : "failed";
}
