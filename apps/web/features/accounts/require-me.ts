import type { Me } from "@alcoves/core/accounts/schema";
import { redirect } from "next/navigation";
import { loadMe } from "./load-me.ts";

/** The account of the request; without one the page leads to signing in, and back to itself. @param path of the page */
export async function requireMe(path: string): Promise<Me> {
  const me = await loadMe();
  return me ?? redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
