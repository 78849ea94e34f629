import type { Context } from "@alcoves/core";
import { requestWarming, type WarmingPlace } from "@alcoves/core/variants";

const everyMs = 60 * 60 * 1_000;

/** @returns one step of pre-warming, to be called often: a pass right after the start of the process, and then one an hour */
export function createWarming(ctx: Context): () => Promise<void> {
  let place: WarmingPlace | null = null;
  let nextAt = 0;
  return async () => {
    const now = ctx.services.clock().getTime();
    if (now < nextAt) return;
    const pass = await requestWarming(ctx, place);
    place = pass.place;
    nextAt = now + everyMs;
    if (pass.asked > 0) ctx.services.log.info({ asked: pass.asked }, "pictures were asked for ahead");
  };
}
