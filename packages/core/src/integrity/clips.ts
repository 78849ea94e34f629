import { momentExport } from "@alcoves/jobs";
import { momentClipKey } from "@alcoves/storage";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import type { Check, Suspect } from "./running-check.ts";

const batchSize = 500;
const isThere = { exportStatus: "ready", removedAt: null, file: { purgedAt: null } } as const;

/** Is the clip of each moment there that has one? */
export async function checkClips(check: Check): Promise<void> {
  const { db } = check.ctx;
  const total = await db.moment.count({ where: isThere });
  let done = 0;
  for (let last: string | undefined; ; ) {
    const moments: { id: string }[] = await db.moment.findMany({
      where: { ...isThere, ...(last && { id: { gt: last } }) },
      orderBy: { id: "asc" },
      take: batchSize,
      select: { id: true },
    });
    if (moments.length === 0) return;
    const missing = await check.lookTwice(
      moments.map(({ id }) => id),
      (ids) => look(check, ids),
    );
    if (check.options.repair && missing.length > 0)
      await transaction(check.ctx, (ctx) =>
        requestJobs(
          ctx,
          momentExport,
          missing.map(({ item }) => item),
        ),
      );
    for (const suspect of missing) check.tell(suspect, check.options.repair);
    done += moments.length;
    check.progress("clips", done, total);
    last = moments.at(-1)?.id;
  }
}

async function look({ ctx }: Check, ids: readonly string[]): Promise<Suspect[]> {
  const suspects: Suspect[] = [];
  const moments = await ctx.db.moment.findMany({
    where: { ...isThere, id: { in: [...ids] } },
    include: { library: { select: { name: true } } },
  });
  for (const { id, name, libraryId, fileId, exportDoneVersion: version, library } of moments) {
    const key = momentClipKey({ libraryId, fileId, momentId: id, version });
    if (await ctx.services.storage.stat(key)) continue;
    suspects.push({ item: id, flaw: "missing derivative", key, name, library: library.name });
  }
  return suspects;
}
