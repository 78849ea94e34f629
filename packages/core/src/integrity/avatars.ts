import { avatarKey } from "@alcoves/storage";
import type { Check, Suspect } from "./running-check.ts";

const batchSize = 500;

/** Is the picture of each person there? */
export async function checkAvatars(check: Check): Promise<void> {
  const { db } = check.ctx;
  const total = await db.user.count({ where: { avatarVersion: { not: null } } });
  let done = 0;
  for (let last: string | undefined; ; ) {
    const users: { id: string }[] = await db.user.findMany({
      where: { avatarVersion: { not: null }, ...(last && { id: { gt: last } }) },
      orderBy: { id: "asc" },
      take: batchSize,
      select: { id: true },
    });
    if (users.length === 0) return;
    const ids = users.map(({ id }) => id);
    for (const suspect of await check.lookTwice(ids, (ids) => look(check, ids))) check.tell(suspect);
    done += users.length;
    check.progress("avatars", done, total);
    last = users.at(-1)?.id;
  }
}

async function look({ ctx }: Check, ids: readonly string[]): Promise<Suspect[]> {
  const suspects: Suspect[] = [];
  const users = await ctx.db.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, avatarVersion: true },
  });
  for (const { id, name, avatarVersion } of users) {
    if (avatarVersion === null) continue;
    const key = avatarKey({ userId: id, version: avatarVersion });
    if (await ctx.services.storage.stat(key)) continue;
    suspects.push({ item: id, flaw: "missing avatar", key, name, library: null });
  }
  return suspects;
}
