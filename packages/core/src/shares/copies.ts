import { videoProxy } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { isPlayable } from "../files/index.ts";
import { requestJobs } from "../processing/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import type { ItemRow } from "./items.ts";
import type { Exposed } from "./schema.ts";

type Playable = Pick<ItemRow, "id" | "kind" | "mimeType" | "isWebPlayable">;

/**
 * Asks for the copies that visitors play, of those videos and sounds that have none. A copy is for visitors also where browsers play
 * the original: that would bring along what the camera wrote into it.
 */
export async function askForCopies(
  ctx: Transaction<Context>,
  files: readonly Playable[],
  { originals }: Exposed,
): Promise<void> {
  const wanted = files.filter((file) => !(originals && isPlayable(file))).map(({ id }) => id);
  if (wanted.length === 0) return;
  // Two who ask at once ask for one copy.
  const missing = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM files
    WHERE id = ANY(${wanted}::uuid[]) AND kind IN ('video', 'audio') AND proxy_status IN ('not_needed', 'failed')
    ORDER BY id FOR NO KEY UPDATE`;
  await requestJobs(
    ctx,
    videoProxy,
    missing.map(({ id }) => id),
  );
}

/**
 * Asks for copies of what came into an album after it was shared, when a visitor meets it there. What failed is left to members.
 * @param files of the share, as they are now
 */
export async function askForNewCopies(
  ctx: Context,
  files: readonly ItemRow[],
  exposes: Exposed,
): Promise<void> {
  const fresh = files.filter(
    (file) => (file.kind === "video" || file.kind === "audio") && file.proxyStatus === "not_needed",
  );
  const isMissing = fresh.some((file) => !(exposes.originals && isPlayable(file)));
  if (isMissing) await transaction(ctx, (ctx) => askForCopies(ctx, fresh, exposes));
}
