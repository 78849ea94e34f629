import type { Me } from "@alcoves/core/accounts/schema";
import type { InvitePreview } from "@alcoves/core/invites/schema";
import type { RegistrationMode } from "@alcoves/core/settings/schema";
import { serverCaller } from "../../trpc/server.ts";
import { codeOf } from "../accounts/code-of.ts";
import { loadMe } from "../accounts/load-me.ts";

/** What the page of an invite shows. */
export interface LoadedInvite {
  /** Null for a link that never was. */
  invite: InvitePreview | null;
  me: Me | null;
  mode: RegistrationMode;
}

/** Loads what an invite's holder may know. Changes nothing. */
export async function loadInvite(token: string): Promise<LoadedInvite> {
  const caller = await serverCaller();
  const [invite, me, registration] = await Promise.all([
    previewOf(token),
    loadMe(),
    caller.accounts.registration(),
  ]);
  return { invite, me, mode: registration.mode };
}

/** @returns null for a link that never was */
export async function previewOf(token: string): Promise<InvitePreview | null> {
  try {
    return await (await serverCaller()).invites.preview({ token });
  } catch (error) {
    if (codeOf(error) === "NOT_FOUND" || codeOf(error) === "BAD_REQUEST") return null;
    throw error;
  }
}
