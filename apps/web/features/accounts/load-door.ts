import type { RegistrationMode } from "@alcoves/core/settings/schema";
import { redirect } from "next/navigation";
import { inProcess } from "../../server/in-process.ts";
import { serverCaller } from "../../trpc/server.ts";
import { inviteOf } from "../invites/invite-of.ts";
import { previewOf } from "../invites/load-invite.ts";
import { codeOf } from "./code-of.ts";
import { safeCallbackUrl } from "./safe-callback-url.ts";

/** What the pages before the app know. */
export interface Door {
  /** Where to go afterwards, inside this app; null for the usual place. */
  callbackUrl: string | null;
  mode: RegistrationMode;
  /** What a provider's way back said went wrong; null when nothing did. See `identity-error.tsx`. */
  error: string | null;
  firstAccount: boolean;
  /** Of an invite that is at hand and lets people in. */
  inviteToken: string | null;
  /** The library it leads to. */
  invitedTo: string | null;
  /** Whether a link to set a new password can come by mail. */
  sendsMail: boolean;
}

/** Loads who may come in. Who is in already is led on. */
export async function loadDoor(
  search: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>,
): Promise<Door> {
  const { callbackUrl: asked, error: said } = await search;
  const error = typeof said === "string" ? said : null;
  const callbackUrl = typeof asked === "string" ? safeCallbackUrl(asked, inProcess().origin) : null;
  const caller = await serverCaller();
  const [registration, me] = await Promise.all([
    caller.accounts.registration(),
    caller.accounts.me().catch((error: unknown) => {
      if (codeOf(error) === "UNAUTHORIZED") return null;
      throw error;
    }),
  ]);
  // Who is in and comes with an error was about to connect an identity.
  if (me) redirect(error ? `/settings/security?error=${encodeURIComponent(error)}` : (callbackUrl ?? "/"));
  const token = inviteOf(callbackUrl);
  const invite = token === null ? null : await previewOf(token);
  const isPending = invite?.status === "pending";
  return {
    callbackUrl,
    error,
    ...registration,
    inviteToken: isPending ? token : null,
    invitedTo: isPending ? invite.libraryName : null,
  };
}
