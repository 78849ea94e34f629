import type { Context } from "../context.ts";

/** Whoever watches a share again within this time is no further view of it. */
const once = { name: "view of a share", times: 1, perSeconds: 1_800 };

/** Counts one more view of a share, of an address once in half an hour. */
export async function countView({ db, services, origin }: Context, shareId: string): Promise<void> {
  // The limiter remembers who was counted, over all processes.
  const waitMs = await services.rateLimiter.count(once, `${shareId}/${origin.address}`);
  if (waitMs > 0) return;
  await db.share.update({ where: { id: shareId }, data: { views: { increment: 1 } } });
}
