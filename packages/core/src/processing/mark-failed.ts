import type { TrackedJob, TrackedPayload } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { statusWriterOf } from "./status-writer.ts";

/**
 * Writes a final failure that the job itself could not write, as when its worker died three times under it.
 * @param reason one plain sentence for a person
 */
export async function markFailed(
  ctx: Context,
  contract: TrackedJob,
  { payload, reason }: { payload: TrackedPayload; reason: string },
): Promise<void> {
  await statusWriterOf(ctx.services, contract).fail(payload, reason);
}
