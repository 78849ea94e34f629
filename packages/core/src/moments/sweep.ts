import { momentPrefix } from "@alcoves/storage";
import type { Context } from "../context.ts";

/** Moments whose clips one sweep removes: a round of upkeep still ends soon. */
const perSweep = 100;

/**
 * Removes moments that were deleted longer ago than files stay in the trash: first their clips, then the rows. Safe to run anywhere,
 * any number of times.
 * @returns how many are gone now
 */
export async function sweepMoments({ db, services }: Context): Promise<number> {
  const { storage, trashDays, clock } = services;
  const before = new Date(clock().getTime() - trashDays * 86_400_000);
  const rows = await db.moment.findMany({
    where: { removedAt: { lt: before } },
    orderBy: { removedAt: "asc" },
    take: perSweep,
    select: { id: true, libraryId: true, fileId: true },
  });
  for (const { id, ...file } of rows) {
    await storage.removePrefix(momentPrefix({ ...file, momentId: id }));
    await db.moment.deleteMany({ where: { id, removedAt: { lt: before } } });
  }
  return rows.length;
}
