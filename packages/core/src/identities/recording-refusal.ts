import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { IdentityRefused } from "./identity-refused.ts";
import type { Identity } from "./schema.ts";

/** Runs `work`; when it turns the identity away, the audit log tells why, after all that `work` began was undone. */
export async function recordingRefusal<Result>(
  ctx: Context,
  { provider, email }: Pick<Identity, "provider" | "email">,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IdentityRefused) {
      await recordAudit(ctx, "identity.refused", { provider, email, reason: error.reason });
    }
    throw error;
  }
}
