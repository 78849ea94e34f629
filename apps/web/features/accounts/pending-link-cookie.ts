import { pendingLinkSeconds } from "@alcoves/core/identities/schema";
import { cookies } from "next/headers";
import { inProcess } from "../../server/in-process.ts";

function cookie() {
  const https = inProcess().origin.startsWith("https:");
  return {
    name: https ? "__Host-alcoves.link" : "alcoves.link",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: https, maxAge: pendingLinkSeconds },
  } as const;
}

/** Keeps a pending link in this browser, where no script and no other browser can bring it from. */
export async function keepPendingLink(link: string): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, link, options);
}

/** @returns the pending link of this browser, null without one */
export async function readPendingLink(): Promise<string | null> {
  return (await cookies()).get(cookie().name)?.value ?? null;
}

export async function forgetPendingLink(): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
