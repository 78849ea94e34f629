import { addPerson, startTestInstance, type TestPerson, testPassword } from "@alcoves/testing";
import { TOTP, URI } from "otpauth";
import { afterAll, describe, expect, it } from "vitest";
import { findPrincipal, signIn } from "../accounts/index.ts";
import { type Context, SecondFactorWanted, transaction } from "../index.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  disableSecondFactor,
  getSecondFactor,
  renewRecoveryCodes,
  takeCode,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const password = testPassword;
const start = Date.now();

/** The context as it is some steps of 30 seconds later. */
function later(ctx: Context, steps: number): Context {
  return { ...ctx, services: { ...ctx.services, clock: () => new Date(start + steps * 30_000) } };
}

function codeAt(uri: string, steps: number): string {
  const totp = URI.parse(uri);
  if (!(totp instanceof TOTP)) throw new Error("no TOTP");
  return totp.generate({ timestamp: start + steps * 30_000 });
}

/** Someone whose password needs a code from step 1 on; step 0 is used up by switching it on. */
async function addSecured(): Promise<{ person: TestPerson; uri: string; recoveryCodes: string[] }> {
  const person = await addPerson(instance);
  const { uri } = await beginSecondFactor(person.ctx, { password });
  const { recoveryCodes } = await confirmSecondFactor(later(person.ctx, 0), {
    password,
    code: codeAt(uri, 0),
  });
  return { person, uri, recoveryCodes };
}

const visitorAt = (steps: number) => later(instance.as(), steps);
const wrongFor = (code: string) => (code === "000000" ? "000001" : "000000");

describe("switching two-factor sign-in on", () => {
  it("asks for nothing until a code was shown, then gives ten recovery codes of 50 bits", async () => {
    const { ctx, email, userId } = await addPerson(instance);
    const { uri, secret } = await beginSecondFactor(ctx, { password });
    expect(uri).toContain(`secret=${secret}`);
    expect(await signIn(instance.as(), { email, password })).toMatchObject({ userId });
    expect(await getSecondFactor(ctx)).toEqual({ enabledAt: null, recoveryCodesLeft: 0, hasPassword: true });

    const { recoveryCodes } = await confirmSecondFactor(later(ctx, 0), { password, code: codeAt(uri, 0) });
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes)
      expect(code).toMatch(/^[0-9a-hj-km-np-tv-z]{5}-[0-9a-hj-km-np-tv-z]{5}$/);
    expect(await getSecondFactor(ctx)).toMatchObject({ enabledAt: new Date(start), recoveryCodesLeft: 10 });
  });

  it("keeps neither the secret nor a code as it is", async () => {
    const { person, uri, recoveryCodes } = await addSecured();
    const user = await prisma.user.findUniqueOrThrow({
      where: { id: person.userId },
      include: { recoveryCodes: true },
    });
    const secret = Buffer.from(URI.parse(uri).secret.bytes);
    expect(Buffer.from(user.totpSecret ?? []).includes(secret)).toBe(false);
    for (const { codeHash } of user.recoveryCodes) {
      expect(codeHash).toHaveLength(32);
      expect(recoveryCodes).not.toContain(Buffer.from(codeHash).toString());
    }
  });

  it("refuses a wrong code, a wrong password, a token, and a second time", async () => {
    const { ctx, token } = await addPerson(instance);
    const byToken = instance.as(await findPrincipal(instance.services, { token }));
    await expect(beginSecondFactor(ctx, { password: "not it" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(beginSecondFactor(ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(beginSecondFactor(byToken, { password })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(confirmSecondFactor(ctx, { password, code: "123456" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { uri } = await beginSecondFactor(ctx, { password });
    const code = codeAt(uri, 0);
    const now = later(ctx, 0);
    await expect(confirmSecondFactor(now, { password, code: wrongFor(code) })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(confirmSecondFactor(now, { password: "not it", code })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const both = await Promise.allSettled([1, 2].map(() => confirmSecondFactor(now, { password, code })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(beginSecondFactor(ctx, { password })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("asks for no password where there is none", async () => {
    const { ctx, userId } = await addPerson(instance);
    await prisma.user.update({ where: { id: userId }, data: { passwordHash: null } });
    const { uri } = await beginSecondFactor(ctx, {});
    await confirmSecondFactor(later(ctx, 0), { code: codeAt(uri, 0) });
    expect(await getSecondFactor(ctx)).toMatchObject({ hasPassword: false, recoveryCodesLeft: 10 });
  });

  it("stands in the audit log, without a secret", async () => {
    const { person, uri, recoveryCodes } = await addSecured();
    await renewRecoveryCodes(person.ctx, { password });
    await disableSecondFactor(person.ctx, { password });
    const entries = await prisma.auditEntry.findMany({
      where: { userId: person.userId },
      orderBy: { id: "asc" },
    });
    expect(
      entries.map(({ kind }) => kind).filter((kind) => /^(secondFactor|recoveryCodes)/.test(kind)),
    ).toEqual([
      "secondFactor.begun",
      "secondFactor.enabled",
      "recoveryCodes.renewed",
      "secondFactor.disabled",
    ]);
    const told = JSON.stringify(entries);
    for (const secret of [URI.parse(uri).secret.base32, ...recoveryCodes]) expect(told).not.toContain(secret);
  });
});

describe("signing in with a second factor", () => {
  it("asks for the code of those alone whose password was right", async () => {
    const { person } = await addSecured();
    const { email } = person;
    const refusal = (attempt: Parameters<typeof signIn>[1]) =>
      signIn(instance.as(), attempt).catch((error: unknown) => error);
    expect(await refusal({ email, password })).toBeInstanceOf(SecondFactorWanted);
    const wrong = await refusal({ email, password: "not the password" });
    const unknown = await refusal({ email: "nobody@example.org", password });
    expect(wrong).not.toBeInstanceOf(SecondFactorWanted);
    expect(wrong).toEqual(unknown);
    await prisma.user.update({ where: { id: person.userId }, data: { disabledAt: new Date() } });
    expect(await refusal({ email, password })).toEqual(unknown);
  });

  it("takes the code of this step and of one before or after, blanks and all, and writes down how", async () => {
    for (const steps of [1, 2, 3]) {
      const { person, uri } = await addSecured();
      const code = codeAt(uri, 2).replace(/(...)/, "$1 ");
      await signIn(visitorAt(steps), { email: person.email, password, code });
      const entry = await prisma.auditEntry.findFirst({
        where: { userId: person.userId, kind: "session.opened" },
      });
      expect(entry?.subject).toEqual({ by: "password_and_code" });
    }
  });

  it("refuses codes of other steps, wrong ones, and the right code of somebody else", async () => {
    const [ada, eve] = [await addSecured(), await addSecured()];
    for (const code of [codeAt(ada.uri, 3), codeAt(ada.uri, 7), codeAt(eve.uri, 5), "12345", "x"]) {
      await expect(signIn(visitorAt(5), { email: ada.person.email, password, code })).rejects.toMatchObject({
        code: "UNAUTHENTICATED",
      });
    }
  });

  it("lets one of twenty in who come with one code at once, and nobody afterwards", async () => {
    const { person, uri } = await addSecured();
    const { recoveryCodes } = await renewRecoveryCodes(person.ctx, { password });
    const user = await prisma.user.findUniqueOrThrow({ where: { id: person.userId } });
    for (const code of [codeAt(uri, 1), recoveryCodes[0] ?? ""]) {
      // Past the limit of guesses, which would let ten of them come this far.
      const take = () => transaction(visitorAt(1), (ctx) => takeCode(ctx, user, code));
      const taken = await Promise.all(Array.from({ length: 20 }, take));
      expect(taken.filter((by) => by !== null)).toHaveLength(1);
      const attempt = signIn(visitorAt(1), { email: person.email, password, code });
      await expect(attempt).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
  });

  it("does not take the code that switched it on, nor an older one than the last", async () => {
    const { person, uri } = await addSecured();
    const attempt = (steps: number) =>
      signIn(visitorAt(1), { email: person.email, password, code: codeAt(uri, steps) });
    await expect(attempt(0)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await attempt(2);
    await expect(attempt(1)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("takes a recovery code once, however it is typed, and none of before new ones were made", async () => {
    const { person, recoveryCodes } = await addSecured();
    const [first = "", second = ""] = recoveryCodes;
    const attempt = (code: string) => signIn(instance.as(), { email: person.email, password, code });
    await attempt(` ${first.toUpperCase().replace("-", " ").replace(/0/g, "O").replace(/1/g, "l")}`);
    const entry = await prisma.auditEntry.findFirst({
      where: { userId: person.userId, kind: "session.opened" },
    });
    expect(entry?.subject).toEqual({ by: "recovery_code" });
    await expect(attempt(first)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await getSecondFactor(person.ctx)).toMatchObject({ recoveryCodesLeft: 9 });

    const renewed = await renewRecoveryCodes(person.ctx, { password });
    await expect(attempt(second)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await attempt(renewed.recoveryCodes[0] ?? "");
  });

  it("refuses another person's recovery code", async () => {
    const [ada, eve] = [await addSecured(), await addSecured()];
    const attempt = { email: ada.person.email, password, code: eve.recoveryCodes[0] };
    await expect(signIn(instance.as(), attempt)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is slowed after ten guesses, the right code too, from wherever", async () => {
    const { person, uri } = await addSecured();
    const guess = (code: string) => signIn(visitorAt(1), { email: person.email, password, code });
    const right = codeAt(uri, 1);
    // One guess of ten went on switching it on.
    for (let time = 0; time < 9; time += 1) {
      await expect(guess(wrongFor(right))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
    await expect(guess(right)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });

  it("says so when the secret of the instance was changed; recovery codes still count", async () => {
    const { person, uri, recoveryCodes } = await addSecured();
    const ctx = visitorAt(1);
    const changed = {
      ...ctx,
      services: { ...ctx.services, sessionSecret: "another secret of 32 bytes or more" },
    };
    const attempt = { email: person.email, password };
    await expect(signIn(changed, { ...attempt, code: codeAt(uri, 1) })).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    await signIn(changed, { ...attempt, code: recoveryCodes[0] });
  });
});

describe("switching two-factor sign-in off", () => {
  it("takes the password, and forgets secret and codes", async () => {
    const { person } = await addSecured();
    await expect(disableSecondFactor(person.ctx, { password: "not it" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(renewRecoveryCodes(person.ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await disableSecondFactor(person.ctx, { password });
    await disableSecondFactor(person.ctx, { password });
    await signIn(instance.as(), { email: person.email, password });
    expect(await prisma.recoveryCode.count({ where: { userId: person.userId } })).toBe(0);
    await expect(renewRecoveryCodes(person.ctx, { password })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
