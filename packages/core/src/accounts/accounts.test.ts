import { addPerson, startTestInstance, testPassword } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { updateSettings } from "../settings/index.ts";
import {
  createToken,
  findPrincipal,
  getRegistration,
  listTokens,
  register,
  revokeToken,
  signIn,
  signOut,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const visitor = instance.as();
const { prisma } = instance.services.database;
const input = (email: string) => ({ name: "Ada", email, password: testPassword });

describe("the first registration", () => {
  it("makes one owner of two at once, fifty times", { timeout: 120_000 }, async () => {
    const empty = await startTestInstance();
    try {
      const { prisma } = empty.services.database;
      for (let time = 0; time < 50; time += 1) {
        const both = ["one", "other"].map((name) => ({
          name,
          email: `${name}@example.org`,
          password: testPassword,
        }));
        await Promise.all(both.map((account) => register(empty.as(), account)));
        expect(await prisma.user.count({ where: { isInstanceOwner: true } })).toBe(1);
        await prisma.library.deleteMany();
        await prisma.user.deleteMany();
      }
    } finally {
      await empty.close();
    }
  });
});

describe("register", () => {
  it("makes one owner of the instance when ten register at once, each with a personal library", async () => {
    expect(await getRegistration(visitor)).toEqual({
      mode: "open",
      firstAccount: true,
      sendsMail: false,
    });
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => register(visitor, input(`race-${index}@example.org`))),
    );
    expect(await prisma.user.count({ where: { isInstanceOwner: true } })).toBe(1);
    expect(await prisma.library.count({ where: { isPersonal: true } })).toBe(10);
  });

  it("takes two spellings of an address for one", async () => {
    await register(visitor, input("one@example.org"));
    await expect(register(visitor, input(" ONE@Example.org "))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("lets one of two with the same address in", async () => {
    const both = await Promise.allSettled([1, 2].map(() => register(visitor, input("same@example.org"))));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("refuses while registration is closed or by invitation, from the change on", async () => {
    const owner = await prisma.user.findFirstOrThrow({ where: { isInstanceOwner: true } });
    const ctx = instance.as({ kind: "member", userId: owner.id, sessionId: "", isInstanceOwner: true });
    for (const registrationMode of ["closed", "invite_only"] as const) {
      await updateSettings(ctx, { registrationMode });
      await expect(register(visitor, input(`${registrationMode}@example.org`))).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    await updateSettings(ctx, { registrationMode: "open" });
    await register(visitor, input("open@example.org"));
  });

  it("leaves the settings to the owner of the instance", async () => {
    const grace = await addPerson(instance, "Grace");
    await expect(updateSettings(grace.ctx, { registrationMode: "closed" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("signIn", () => {
  it("says the same of an unknown address, a wrong password and a disabled account", async () => {
    const ada = await addPerson(instance);
    const off = await addPerson(instance);
    await prisma.user.update({ where: { id: off.userId }, data: { disabledAt: new Date() } });
    const refusals = await Promise.all(
      [
        { email: "nobody@example.org", password: testPassword },
        { email: ada.email, password: "not the password" },
        { email: off.email, password: testPassword },
      ].map((attempt) => signIn(visitor, attempt).catch((error: Error) => error.message)),
    );
    expect(new Set(refusals).size).toBe(1);
  });

  it("opens a session of a new id each time, which ends at sign-out", async () => {
    const ada = await addPerson(instance);
    const attempt = { email: ada.email.toUpperCase(), password: testPassword };
    const [first, second] = [await signIn(visitor, attempt), await signIn(visitor, attempt)];
    expect(first.sessionId).not.toBe(second.sessionId);
    expect(await findPrincipal(instance.services, { sessionId: first.sessionId })).toMatchObject({
      userId: ada.userId,
    });
    const principal = await findPrincipal(instance.services, { sessionId: first.sessionId });
    await Promise.all([signOut(instance.as(principal)), signOut(instance.as(principal))]);
    expect(await findPrincipal(instance.services, { sessionId: first.sessionId })).toEqual({
      kind: "visitor",
    });
    expect(await findPrincipal(instance.services, { sessionId: second.sessionId })).toMatchObject({
      kind: "member",
    });
  });

  it("ends with the session's time, and with the account", async () => {
    const ada = await addPerson(instance);
    await prisma.session.update({ where: { id: ada.sessionId }, data: { expiresAt: new Date(0) } });
    expect(await findPrincipal(instance.services, { sessionId: ada.sessionId })).toEqual({ kind: "visitor" });
    await prisma.user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
    expect(await findPrincipal(instance.services, { token: ada.token })).toEqual({ kind: "visitor" });
  });

  it("takes whatever is thrown at it for no account", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (email, password) => {
        await expect(signIn(visitor, { email, password })).rejects.toMatchObject({
          code: "UNAUTHENTICATED",
        });
        expect(await findPrincipal(instance.services, { sessionId: email })).toEqual({ kind: "visitor" });
        expect(await findPrincipal(instance.services, { token: password })).toEqual({ kind: "visitor" });
      }),
      { numRuns: 15 },
    );
  });
});

describe("access tokens", () => {
  it("are kept as a hash, and end at once when revoked or past their time", async () => {
    const ada = await addPerson(instance);
    const { tokenId, token } = await createToken(ada.ctx, {
      name: "script",
      scope: "read",
      expiresInDays: 1,
    });
    const row = await prisma.accessToken.findUniqueOrThrow({ where: { id: tokenId } });
    expect(Buffer.from(row.tokenHash).toString("utf8")).not.toContain(token);
    expect(await findPrincipal(instance.services, { token })).toMatchObject({ kind: "token", scope: "read" });
    await prisma.accessToken.update({ where: { id: tokenId }, data: { expiresAt: new Date(0) } });
    expect(await findPrincipal(instance.services, { token })).toEqual({ kind: "visitor" });
    await revokeToken(ada.ctx, { tokenId });
    expect((await listTokens(ada.ctx)).map(({ name }) => name)).toEqual(["tests"]);
  });

  it("cannot make, list or revoke tokens, and nobody revokes another's", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const byToken = instance.as(await findPrincipal(instance.services, { token: ada.token }));
    const wanted = { name: "wider", scope: "write", expiresInDays: null } as const;
    await expect(createToken(byToken, wanted)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listTokens(byToken)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const [own] = await listTokens(ada.ctx);
    await expect(revokeToken(eve.ctx, { tokenId: own?.tokenId ?? "" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
