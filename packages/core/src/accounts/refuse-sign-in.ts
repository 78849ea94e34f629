import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";

/**
 * Refuses whoever cannot prove who they are, in one sentence whatever was wrong with the proof.
 * @param email of the account that was tried; empty when there is none
 * @throws UNAUTHENTICATED always
 */
export async function refuseSignIn(ctx: Context, email: string): Promise<never> {
  await recordAudit(ctx, "session.refused", { email });
  throw new DomainError("UNAUTHENTICATED", "What you signed in with does not match an account here.");
}
