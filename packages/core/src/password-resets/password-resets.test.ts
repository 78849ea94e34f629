import {
  addPerson,
  eventually,
  startTestInstance,
  startTestMailServer,
  testPassword,
} from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { changeEmail, findPrincipal, signIn } from "../accounts/index.ts";
import { createResetLink, lookAtReset, requestReset, resetPassword } from "./index.ts";

const mail = await startTestMailServer();
const instance = await startTestInstance({
  environment: {
    ALCOVES_SMTP_URL: mail.url,
    ALCOVES_MAIL_FROM: "Alcoves <alcoves@example.org>",
    ALCOVES_URL: "https://photos.example.org",
  },
});
afterAll(async () => {
  await instance.close();
  await mail.close();
});
const { prisma } = instance.services.database;
const visitor = instance.as();
const olga = await addPerson(instance, "Olga");
const another = "seven quiet otters";

const mailsTo = (email: string) => mail.mails.filter(({ to }) => to.includes(email));

/** The token of the newest link that was mailed to an address. */
function mailedToken(email: string, count = 1): Promise<string> {
  return eventually(async () => {
    const mails = mailsTo(email);
    expect(mails).toHaveLength(count);
    return tokenIn(mails.at(-1)?.raw ?? "");
  });
}

function tokenIn(text: string): string {
  return /https:\/\/photos\.example\.org\/reset\/([\w-]{43})/.exec(text.replaceAll("=\r\n", ""))?.[1] ?? "";
}

describe("a link by mail", () => {
  it("sets a password once, ends every session and leaves tokens alone", async () => {
    const ada = await addPerson(instance);
    await requestReset(visitor, { email: ` ${ada.email.toUpperCase()} ` });
    const token = await mailedToken(ada.email);
    expect(await lookAtReset(visitor, { token })).toEqual({ email: ada.email });
    await resetPassword(visitor, { token, password: another });
    expect(await findPrincipal(instance.services, { sessionId: ada.sessionId })).toEqual({ kind: "visitor" });
    expect(await findPrincipal(instance.services, { token: ada.token })).toMatchObject({ kind: "token" });
    await signIn(visitor, { email: ada.email, password: another });
    await expect(resetPassword(visitor, { token, password: testPassword })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const entries = await prisma.auditEntry.findMany({ where: { kind: "password.reset" } });
    expect(entries.map(({ subject }) => subject)).toContainEqual({ userId: ada.userId, email: ada.email });
  });

  it("is kept as a hash, and stands in no entry of the audit log", async () => {
    const ada = await addPerson(instance);
    await requestReset(visitor, { email: ada.email });
    const token = await mailedToken(ada.email);
    const row = await prisma.passwordReset.findFirstOrThrow({ where: { userId: ada.userId } });
    expect(Buffer.from(row.tokenHash).toString("latin1")).not.toContain(token);
    expect(row.tokenHash).toHaveLength(32);
    const minutes = (row.expiresAt.getTime() - row.createdAt.getTime()) / 60_000;
    expect(Math.round(minutes)).toBe(60);
    expect(JSON.stringify(await prisma.auditEntry.findMany())).not.toContain(token);
  });

  it("goes to no address without an account and to none that is disabled, and nobody is told", async () => {
    const [ada, off] = [await addPerson(instance), await addPerson(instance)];
    await prisma.user.update({ where: { id: off.userId }, data: { disabledAt: new Date() } });
    const told = [];
    for (const email of [off.email, "nobody@example.org", ada.email]) {
      told.push(await requestReset(visitor, { email }));
    }
    expect(new Set(told)).toEqual(new Set([undefined]));
    await mailedToken(ada.email);
    expect(mailsTo(off.email)).toEqual([]);
    expect(mailsTo("nobody@example.org")).toEqual([]);
  });

  it("is answered before the account is looked for, so that the time tells nothing", async () => {
    const ada = await addPerson(instance);
    // Whoever looks waits for this lock.
    await prisma.$transaction(async (db) => {
      await db.$executeRaw`LOCK TABLE users IN ACCESS EXCLUSIVE MODE`;
      await requestReset(visitor, { email: ada.email });
      await requestReset(visitor, { email: "nobody@example.org" });
    });
    await mailedToken(ada.email);
  });

  it("ends the links before it, and ends with a new address", async () => {
    const ada = await addPerson(instance);
    await requestReset(visitor, { email: ada.email });
    const first = await mailedToken(ada.email);
    await requestReset(visitor, { email: ada.email });
    const second = await mailedToken(ada.email, 2);
    await expect(lookAtReset(visitor, { token: first })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await lookAtReset(visitor, { token: second });
    await changeEmail(ada.ctx, { email: `new-${ada.email}`, currentPassword: testPassword });
    await expect(lookAtReset(visitor, { token: second })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is limited for an address that is asked for, and for one that asks", async () => {
    const ada = await addPerson(instance);
    const from = (address: string) => instance.as({ kind: "visitor" }, { address, userAgent: null });
    const codesOf = (asked: Promise<void>[]) =>
      Promise.all(asked.map((each) => each.then(() => "sent").catch(({ code }) => code)));
    const forOne = await codesOf(
      Array.from({ length: 4 }, (_, place) =>
        requestReset(from(`198.51.100.${place}`), { email: ada.email }),
      ),
    );
    expect(forOne.filter((code) => code === "RATE_LIMITED")).toHaveLength(1);
    const byOne = await codesOf(
      Array.from({ length: 6 }, (_, place) =>
        requestReset(from("203.0.113.5"), { email: `x${place}@example.org` }),
      ),
    );
    expect(byOne.filter((code) => code === "RATE_LIMITED")).toHaveLength(1);
  });
});

describe("a link of the instance's owner", () => {
  it("works for a day, for accounts that are not disabled, and is made in person", async () => {
    const ada = await addPerson(instance);
    const { url, expiresAt } = await createResetLink(olga.ctx, { userId: ada.userId });
    expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(24);
    const byToken = instance.as(await findPrincipal(instance.services, { token: olga.token }));
    for (const ctx of [ada.ctx, byToken]) {
      await expect(createResetLink(ctx, { userId: ada.userId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await prisma.user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
    await expect(createResetLink(olga.ctx, { userId: ada.userId })).rejects.toMatchObject({
      code: "INVALID",
    });
    // The link was made before: it ends with the account.
    const use = { token: tokenIn(url), password: another };
    await expect(resetPassword(visitor, use)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await prisma.user.update({ where: { id: ada.userId }, data: { disabledAt: null } });
    await resetPassword(visitor, use);
  });

  it("is used by one of twenty at once", async () => {
    const ada = await addPerson(instance);
    const token = tokenIn((await createResetLink(olga.ctx, { userId: ada.userId })).url);
    const uses = await Promise.allSettled(
      Array.from({ length: 20 }, (_, place) =>
        resetPassword(visitor, { token, password: `${another} number ${place}` }),
      ),
    );
    const winners = uses.flatMap(({ status }, place) => (status === "fulfilled" ? [place] : []));
    expect(winners).toHaveLength(1);
    await signIn(visitor, { email: ada.email, password: `${another} number ${winners[0]}` });
  });

  it("is left unused by a password that is refused, and ends in time", async () => {
    const ada = await addPerson(instance);
    const token = tokenIn((await createResetLink(olga.ctx, { userId: ada.userId })).url);
    await expect(resetPassword(visitor, { token, password: "password123" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await lookAtReset(visitor, { token });
    await prisma.passwordReset.updateMany({ where: { userId: ada.userId }, data: { expiresAt: new Date() } });
    await expect(resetPassword(visitor, { token, password: another })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("cannot be guessed: looks are limited", async () => {
    const thief = instance.as({ kind: "visitor" }, { address: "203.0.113.77", userAgent: null });
    const looks = await Promise.all(
      Array.from({ length: 31 }, (_, place) =>
        lookAtReset(thief, { token: `guess ${place}` }).catch(({ code }) => code),
      ),
    );
    expect(looks.filter((code) => code === "NOT_FOUND")).toHaveLength(30);
    expect(looks.filter((code) => code === "RATE_LIMITED")).toHaveLength(1);
  });
});

it("an instance without mail says whom to ask", async () => {
  const mute = await startTestInstance();
  const asked = requestReset(mute.as(), { email: "ada@example.org" });
  await expect(asked).rejects.toThrow("Ask its owner");
  await mute.close();
});
