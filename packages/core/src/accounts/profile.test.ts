import { addPerson, startTestInstance, testPassword } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { requireGoodPassword } from "../passwords/index.ts";
import {
  changeEmail,
  changeName,
  changePassword,
  changePreferences,
  findPrincipal,
  getMe,
  signIn,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const another = "seven quiet otters";

async function byToken(token: string) {
  return instance.as(await findPrincipal(instance.services, { token }));
}

const kindsOf = async (userId: string) =>
  (await prisma.auditEntry.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(({ kind }) => kind);

describe("the profile", () => {
  it("changes name and preferences, of which those that are not told stay", async () => {
    const ada = await addPerson(instance);
    await changeName(ada.ctx, { name: "  Ada King  " });
    await changePreferences(ada.ctx, { theme: "dark", language: "en-gb" });
    await changePreferences(ada.ctx, { isKeyboardOn: false });
    expect(await getMe(ada.ctx)).toMatchObject({
      name: "Ada King",
      theme: "dark",
      language: "en-GB",
      isKeyboardOn: false,
    });
    await expect(changePreferences(ada.ctx, { language: "no language!" })).rejects.toThrow("Choose one");
  });

  it("is changed in person: a token is refused everything of it", async () => {
    const ada = await addPerson(instance);
    const token = await byToken(ada.token);
    const asked = [
      changeName(token, { name: "Eve" }),
      changeEmail(token, { email: "eve@example.org", currentPassword: testPassword }),
      changePassword(token, { currentPassword: testPassword, newPassword: another }),
      changePreferences(token, { theme: "dark" }),
    ];
    for (const refused of await Promise.allSettled(asked)) {
      expect(refused).toMatchObject({ status: "rejected", reason: { code: "FORBIDDEN" } });
    }
  });

  it("changes the address with the password alone, to one that is free, and tells the audit log", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const email = `  New-${ada.email.toUpperCase()} `;
    await expect(changeEmail(ada.ctx, { email, currentPassword: "wrong" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const taken = { email: eve.email.toUpperCase(), currentPassword: testPassword };
    await expect(changeEmail(ada.ctx, taken)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await kindsOf(ada.userId)).not.toContain("email.changed");
    await changeEmail(ada.ctx, { email, currentPassword: testPassword });
    expect(await getMe(ada.ctx)).toMatchObject({ email: email.trim().toLowerCase() });
    expect(await kindsOf(ada.userId)).toContain("email.changed");
  });

  it("gives an address to one of two who ask for it at once", async () => {
    const people = [await addPerson(instance), await addPerson(instance)];
    const both = await Promise.allSettled(
      people.map(({ ctx }) =>
        changeEmail(ctx, { email: "wanted@example.org", currentPassword: testPassword }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CONFLICT" } });
  });
});

describe("a new password", () => {
  it("ends every session but this one, and the old password with them", async () => {
    const ada = await addPerson(instance);
    const elsewhere = await signIn(instance.as(), { email: ada.email, password: testPassword });
    await changePassword(ada.ctx, { currentPassword: testPassword, newPassword: another });
    expect(await findPrincipal(instance.services, elsewhere)).toEqual({ kind: "visitor" });
    expect(await findPrincipal(instance.services, { sessionId: ada.sessionId })).toMatchObject({
      kind: "member",
    });
    const attempt = { email: ada.email, password: testPassword };
    await expect(signIn(instance.as(), attempt)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await signIn(instance.as(), { email: ada.email, password: another });
    expect(await kindsOf(ada.userId)).toEqual(expect.arrayContaining(["password.changed", "sessions.ended"]));
  });

  it("changes nothing with a wrong current one, or none", async () => {
    const ada = await addPerson(instance);
    for (const currentPassword of ["wrong", null]) {
      const change = changePassword(ada.ctx, { currentPassword, newPassword: another });
      await expect(change).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await signIn(instance.as(), { email: ada.email, password: testPassword });
  });

  it("is set once by two who change it at the same time", async () => {
    const ada = await addPerson(instance);
    const both = await Promise.allSettled(
      ["first of two otters", "second of two otters"].map((newPassword) =>
        changePassword(ada.ctx, { currentPassword: testPassword, newPassword }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is the first of an account that came by an identity provider", async () => {
    const ada = await addPerson(instance);
    await prisma.user.update({ where: { id: ada.userId }, data: { passwordHash: null } });
    expect(await getMe(ada.ctx)).toMatchObject({ hasPassword: false });
    const wanted = { email: "other@example.org", currentPassword: testPassword };
    await expect(changeEmail(ada.ctx, wanted)).rejects.toMatchObject({ code: "INVALID" });
    await changePassword(ada.ctx, { currentPassword: null, newPassword: another });
    await signIn(instance.as(), { email: ada.email, password: another });
  });

  it("is no way to guess at the one that stands", async () => {
    const ada = await addPerson(instance);
    const ctx = instance.as(ada.principal, { address: "192.0.2.9", userAgent: null });
    const guess = (newPassword: string) =>
      changePassword(ctx, { currentPassword: "wrong", newPassword }).catch(({ code }) => code);
    const told = await Promise.all(Array.from({ length: 16 }, () => guess(another)));
    expect(told.filter((code) => code === "FORBIDDEN")).toHaveLength(10);
    expect(told.filter((code) => code === "RATE_LIMITED")).toHaveLength(6);
    const right = { currentPassword: testPassword, newPassword: another };
    await expect(changePassword(ctx, right)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });
});

describe("the password rule", () => {
  const ada = { name: "Ada Lovelace", email: "a.lovelace@example.org" };

  it.each([
    "1234567890",
    "Qwertyuiop",
    "PASSWORD123",
    "password!!",
    "!Michael1987",
    "dragondragon",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "ａａａａａａａａａａ",
  ])("refuses %s, which is guessed first", (password) => {
    expect(() => requireGoodPassword(password, ada)).toThrow("Many people use this password");
  });

  it.each([
    "Ada Lovelace",
    "adalovelace",
    "ADALOVELACE1815",
    "a.lovelace@example.org",
    "A.Lovelace!",
    "Ada  Lovelace",
  ])("refuses %s, which is the person's own", (password) => {
    expect(() => requireGoodPassword(password, ada)).toThrow("Your name and your address");
  });

  it("takes whatever a password manager or a row of words makes", () => {
    for (const password of [testPassword, another, "eu0#xq!pW2zk", "1029384756019283", "Ich mag Käse!"]) {
      requireGoodPassword(password, ada);
    }
    fc.assert(
      fc.property(fc.base64String({ minLength: 24, maxLength: 200 }), (password) => {
        fc.pre(new Set(password).size > 10);
        requireGoodPassword(password, ada);
      }),
    );
  });
});
