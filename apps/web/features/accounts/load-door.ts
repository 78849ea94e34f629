import type { RegistrationMode } from "@alcoves/core/settings/schema";
import { redirect } from "next/navigation";
import { inProcess } from "../../server/in-process.ts";
import { serverCaller } from "../../trpc/server.ts";
import { codeOf } from "./code-of.ts";
import { safeCallbackUrl } from "./safe-callback-url.ts";

/** What the pages before the app know. */
export interface Door {
  /** Where to go afterwards, inside this app; null for the usual place. */
  callbackUrl: string | null;
  mode: RegistrationMode;
  firstAccount: boolean;
  /** Whether a link to set a new password can come by mail. */
  sendsMail: boolean;
}

/** Loads who may come in. Who is in already is led on. */
export async function loadDoor(search: Promise<{ callbackUrl?: string | string[] }>): Promise<Door> {
  const { callbackUrl: asked } = await search;
  const callbackUrl = typeof asked === "string" ? safeCallbackUrl(asked, inProcess().origin) : null;
  const caller = await serverCaller();
  const [registration, me] = await Promise.all([
    caller.accounts.registration(),
    caller.accounts.me().catch((error: unknown) => {
      if (codeOf(error) === "UNAUTHORIZED") return null;
      throw error;
    }),
  ]);
  if (me) redirect(callbackUrl ?? "/");
  return { callbackUrl, ...registration };
}
