import { addPerson, startTestInstance, testPassword } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { createToken, revokeToken, signIn } from "../accounts/index.ts";
import { createLibrary, removeLibrary, updateLibrary } from "../libraries/index.ts";
import { updateSettings } from "../settings/index.ts";
import { listAudit } from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const owner = await addPerson(instance, "Olga");
const phone = { address: "192.0.2.7", userAgent: "a phone" };

it("tells who did what, when and from where, the newest first", async () => {
  const ada = await addPerson(instance);
  const visitor = instance.as({ kind: "visitor" }, phone);
  await signIn(visitor, { email: ada.email, password: testPassword });
  await signIn(visitor, { email: ada.email, password: "not the password" }).catch(() => {});
  const { tokenId } = await createToken(ada.ctx, { name: "script", scope: "read", expiresInDays: 1 });
  await revokeToken(ada.ctx, { tokenId });
  await updateSettings(owner.ctx, { registrationMode: "open" });

  const { entries } = await listAudit(owner.ctx, { limit: 5 });
  expect(
    entries.map(({ kind, userName, address, subject }) => ({ kind, userName, address, subject })),
  ).toEqual([
    { kind: "settings.changed", userName: "Olga", address: null, subject: { registrationMode: "open" } },
    { kind: "token.revoked", userName: "Ada", address: null, subject: { tokenId, name: "script" } },
    {
      kind: "token.created",
      userName: "Ada",
      address: null,
      subject: { tokenId, name: "script", scope: "read" },
    },
    { kind: "session.refused", userName: null, address: phone.address, subject: { email: ada.email } },
    { kind: "session.opened", userName: "Ada", address: phone.address, subject: { by: "password" } },
  ]);
  expect(JSON.stringify(entries)).not.toContain(testPassword);
});

it("names the library of an act as it was then, also once it is gone", async () => {
  const ada = await addPerson(instance);
  const { libraryId } = await createLibrary(ada.ctx, { name: "Attic", emoji: "📦" });
  const inside = () => enterLibrary(ada.ctx, libraryId, "delete the library");
  await updateLibrary(await inside(), { libraryId, name: "Cellar", findsFaces: true });
  await removeLibrary(await inside(), { libraryId, name: "Cellar" });
  const { entries } = await listAudit(owner.ctx, { limit: 2 });
  expect(entries.map(({ kind, subject }) => ({ kind, subject }))).toEqual([
    { kind: "library.deleted", subject: { libraryId, library: "Cellar" } },
    {
      kind: "library.changed",
      subject: { libraryId, library: "Attic", name: "Cellar", findsFaces: true },
    },
  ]);
});

it("comes page by page, without a gap or a repeat", async () => {
  const all = await listAudit(owner.ctx, { limit: 200 });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listAudit(owner.ctx, { cursor, limit: 2 });
    seen.push(...page.entries.map(({ entryId }) => entryId));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(all.entries.map(({ entryId }) => entryId));
});

it("is for the owner of the instance alone", async () => {
  const eve = await addPerson(instance, "Eve");
  await expect(listAudit(eve.ctx, { limit: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

it("can be added to and nothing else, whoever asks", async () => {
  const before = await prisma.auditEntry.count();
  await expect(prisma.auditEntry.deleteMany()).rejects.toThrow(/append-only/);
  await expect(prisma.auditEntry.updateMany({ data: { userName: "Nobody" } })).rejects.toThrow(/append-only/);
  await expect(prisma.$executeRaw`TRUNCATE audit`).rejects.toThrow(/append-only/);
  expect(await prisma.auditEntry.count()).toBe(before);
});

it("has no entry of an act that failed", async () => {
  const count = () => prisma.auditEntry.count({ where: { kind: "token.revoked" } });
  const before = await count();
  await expect(revokeToken(owner.ctx, { tokenId: owner.userId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await count()).toBe(before);
});
