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
const inside = () => enterLibrary(ada.ctx, ada.libraryId, "viewer");

/** Opens a transaction that tells of a file and waits to be let go. */
function telling(fileId: string) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let told = () => {};
  const isTold = new Promise<void>((resolve) => {
    told = resolve;
  });
  const done = transaction(ada.ctx, async (ctx) => {
    await recordEvent(ctx, { libraryId: ada.libraryId, kind: "file.changed", fileId });
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
  const reached = before.at(-1)?.eventId ?? place;
  await early.commit();
  const after = await readEvents(await inside(), reached);
  expect(before.length + after.length).toBe(2);
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
  const stream = followLibrary(ada.ctx, { libraryId: ada.libraryId, lastEventId: place }, stop.signal);
  const first = await stream.next();
  expect(first.value).toMatchObject({ fileId: ids[0] });
  const startedAt = performance.now();
  const waiting = stream.next();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await tell(ids[1] ?? "");
  expect((await waiting).value).toMatchObject({ fileId: ids[1] });
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  stop.abort();

  await tell(ids[2] ?? "");
  const lastEventId = first.value && "eventId" in first.value ? first.value.eventId : null;
  const resumed = followLibrary(
    ada.ctx,
    { libraryId: ada.libraryId, lastEventId },
    new AbortController().signal,
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
  const stream = followLibrary(eve.ctx, { libraryId: shared.id }, new AbortController().signal);
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
