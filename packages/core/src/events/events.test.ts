import { randomUUID } from "node:crypto";
import { addPerson, startTestInstance } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { transaction } from "../transaction.ts";
import { followLibrary } from "./follow.ts";
import { pruneEvents, recordEvent } from "./index.ts";
import { latestPlace, readEvents } from "./read.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const ada = await addPerson(instance);
/** Longer than a test may take: what comes, came by a nudge. */
const never = 3_600_000;
const inside = () => enterLibrary(ada.ctx, ada.libraryId, "see the library");

/** Opens a transaction that tells of a file and waits to be let go. */
function telling(fileId: string, libraryId = ada.libraryId) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let told = () => {};
  const isTold = new Promise<void>((resolve) => {
    told = resolve;
  });
  const done = transaction(ada.ctx, async (ctx) => {
    await recordEvent(ctx, { libraryId, kind: "file.changed", fileId });
    told();
    await gate;
  });
  return {
    isTold,
    commit() {
      letGo();
      return done;
    },
  };
}

it("loses no event to a transaction that commits after a later one", async () => {
  const place = await latestPlace(await inside());
  const [early, late] = [telling(randomUUID()), telling(randomUUID())];
  await early.isTold;
  await late.isTold;
  await late.commit();
  const before = await readEvents(await inside(), place);
  expect(before.heldBack).toBe(true);
  const reached = before.events.at(-1)?.eventId ?? place;
  await early.commit();
  await expect.poll(async () => (await readEvents(await inside(), place)).heldBack).toBe(false);
  const after = await readEvents(await inside(), reached);
  expect(before.events.length + after.events.length).toBe(2);
});

it("hands an event out once the older transaction that held it back is over", async () => {
  const { prisma } = instance.services.database;
  const other = await prisma.library.create({ data: { name: "Other", emoji: "🏡", ownerId: ada.userId } });
  const older = telling(randomUUID(), other.id);
  await older.isTold;
  const place = await latestPlace(await inside());
  const stop = new AbortController();
  const next = followLibrary(
    ada.ctx,
    { libraryId: ada.libraryId, lastEventId: place },
    { signal: stop.signal, lookEveryMs: never },
  ).next();
  const fileId = randomUUID();
  const held = telling(fileId);
  await held.isTold;
  await held.commit();
  await expect.poll(async () => (await readEvents(await inside(), place)).heldBack).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await older.commit();
  expect((await next).value).toMatchObject({ fileId });
  stop.abort();
});

it("yields what happens, goes on after the last event seen, and wakes at a nudge", async () => {
  const stop = new AbortController();
  const place = await latestPlace(await inside());
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  const tell = (fileId: string) =>
    transaction(ada.ctx, (ctx) =>
      recordEvent(ctx, { libraryId: ada.libraryId, kind: "file.created", fileId }),
    );
  await tell(ids[0] ?? "");
  const stream = followLibrary(
    ada.ctx,
    { libraryId: ada.libraryId, lastEventId: place },
    { signal: stop.signal, lookEveryMs: never },
  );
  const first = await stream.next();
  expect(first.value).toMatchObject({ fileId: ids[0] });
  const waiting = stream.next();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await tell(ids[1] ?? "");
  expect((await waiting).value).toMatchObject({ fileId: ids[1] });
  stop.abort();

  await tell(ids[2] ?? "");
  const lastEventId = first.value && "eventId" in first.value ? first.value.eventId : null;
  const resumed = followLibrary(
    ada.ctx,
    { libraryId: ada.libraryId, lastEventId },
    { signal: new AbortController().signal },
  );
  expect((await resumed.next()).value).toMatchObject({ fileId: ids[1] });
  expect((await resumed.next()).value).toMatchObject({ fileId: ids[2] });
  await resumed.return();
});

it("ends for a member who was removed", async () => {
  const eve = await addPerson(instance, "Eve");
  const { prisma } = instance.services.database;
  const shared = await prisma.library.create({ data: { name: "Shared", emoji: "🏡", ownerId: ada.userId } });
  await prisma.libraryMember.create({ data: { libraryId: shared.id, userId: eve.userId, role: "viewer" } });
  const stream = followLibrary(eve.ctx, { libraryId: shared.id }, { signal: new AbortController().signal });
  const next = stream.next();
  next.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 200));
  await prisma.libraryMember.deleteMany({ where: { userId: eve.userId } });
  await transaction(ada.ctx, (ctx) =>
    recordEvent(ctx, { libraryId: shared.id, kind: "file.created", fileId: randomUUID() }),
  );
  await expect(next).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("forgets what is older than a day", async () => {
  const { prisma } = instance.services.database;
  await prisma.$executeRaw`UPDATE events SET created_at = now() - interval '25 hours'`;
  expect(await pruneEvents(ada.ctx)).toBeGreaterThan(0);
  expect(await prisma.event.count()).toBe(0);
});
