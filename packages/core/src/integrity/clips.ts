import { momentExport } from "@alcoves/jobs";
import { momentClipKey, momentPosterKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import type { Check, Suspect } from "./running-check.ts";

const batchSize = 500;
const isThere = { exportStatus: "ready", removedAt: null, file: { purgedAt: null } } as const;

/** Are the clip and its still there of each moment that has them? */
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
    include: { library: { select: { name: true } }, file: { select: { kind: true } } },
  });
  for (const { id, name, library, ...moment } of moments) {
    const key = await firstMissing(ctx, keysOf({ ...moment, momentId: id }));
    if (key) suspects.push({ item: id, flaw: "missing derivative", key, name, library: library.name });
  }
  return suspects;
}

/** What a moment's export has made. Of sound there is nothing to be seen. */
function keysOf({
  exportDoneVersion: version,
  file,
  ...ids
}: {
  libraryId: string;
  fileId: string;
  momentId: string;
  exportDoneVersion: number;
  file: { kind: string };
}): string[] {
  const clip = momentClipKey({ ...ids, version });
  return file.kind === "audio" ? [clip] : [clip, momentPosterKey({ ...ids, version })];
}

async function firstMissing(
  { services: { storage } }: Context,
  keys: readonly string[],
): Promise<string | null> {
  for (const key of keys) if (!(await storage.stat(key))) return key;
  return null;
}
