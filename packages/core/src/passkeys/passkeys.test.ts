import { addPerson, startPrivateRedis, startTestInstance, testPassword } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { findPrincipal, signIn } from "../accounts/index.ts";
import type { Context } from "../index.ts";
import { createAuthenticator } from "./authenticator-fixture.ts";
import {
  addPasskey,
  beginAddingPasskey,
  beginPasskeySignIn,
  listPasskeys,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from "./index.ts";
import { canHavePasskeys } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const { origin } = instance.services;
const password = testPassword;
const visitor = instance.as();
const refused = { code: "UNAUTHENTICATED" };

/** The context as it is some seconds later. */
function later(ctx: Context, seconds: number): Context {
  return { ...ctx, services: { ...ctx.services, clock: () => new Date(Date.now() + seconds * 1_000) } };
}

/** Someone with a passkey. */
async function addHolder(name?: string) {
  const person = await addPerson(instance, name);
  const authenticator = createAuthenticator(origin);
  const response = authenticator.create(await beginAddingPasskey(person.ctx, { password }));
  const { passkeyId } = await addPasskey(person.ctx, { name: "Phone", response });
  return { ...person, authenticator, passkeyId };
}

describe("adding a passkey", () => {
  it("takes the password, is listed under its name, and can be renamed and removed", async () => {
    const ada = await addHolder();
    expect(await listPasskeys(ada.ctx)).toMatchObject([
      { passkeyId: ada.passkeyId, name: "Phone", lastUsedAt: null },
    ]);
    await renamePasskey(ada.ctx, { passkeyId: ada.passkeyId, name: " Old phone " });
    expect(await listPasskeys(ada.ctx)).toMatchObject([{ name: "Old phone" }]);
    await removePasskey(ada.ctx, ada);
    expect(await listPasskeys(ada.ctx)).toEqual([]);
    await expect(removePasskey(ada.ctx, ada)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const entries = await prisma.auditEntry.findMany({
      where: { userId: ada.userId, kind: { startsWith: "passkey" } },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ kind }) => kind)).toEqual(["passkey.added", "passkey.renamed", "passkey.removed"]);
    expect(entries[1]?.subject).toMatchObject({ name: "Old phone", before: "Phone" });
  });

  it("is refused with a wrong password and to tokens, and nobody touches another's passkey", async () => {
    const [ada, eve] = [await addHolder(), await addPerson(instance, "Eve")];
    const byToken = instance.as(await findPrincipal(instance.services, { token: ada.token }));
    await expect(beginAddingPasskey(ada.ctx, { password: "no" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(beginAddingPasskey(ada.ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const ask of [() => beginAddingPasskey(byToken, { password }), () => listPasskeys(byToken)]) {
      await expect(ask()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(removePasskey(eve.ctx, ada)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(renamePasskey(eve.ctx, { ...ada, name: "mine" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("refuses what does not fit the challenge, the origin, the domain, or was made without the person", async () => {
    const { ctx } = await addPerson(instance);
    const options = await beginAddingPasskey(ctx, { password });
    const attempts = [
      { ...options, challenge: Buffer.alloc(32, 1).toString("base64url") },
      { ...options, challenge: (await beginPasskeySignIn(visitor)).challenge },
    ].map((wrong) => createAuthenticator(origin).create(wrong));
    for (const wrong of [
      { origin: "https://evil.example" },
      { rpId: "evil.example" },
      { isUnverified: true },
      { type: "webauthn.get" },
      { format: "apple" },
      { format: "tpm" },
    ]) {
      attempts.push(createAuthenticator(origin).create(options, wrong));
    }
    for (const response of attempts) {
      await expect(addPasskey(ctx, { name: "x", response })).rejects.toMatchObject({ code: "INVALID" });
    }
    expect(await listPasskeys(ctx)).toEqual([]);
  });

  it("keeps to the session that began, and to five minutes", async () => {
    const { ctx, email } = await addPerson(instance);
    const options = await beginAddingPasskey(ctx, { password });
    const response = createAuthenticator(origin).create(options);
    const again = await signIn(instance.as(), { email, password });
    const otherSession = instance.as(await findPrincipal(instance.services, again));
    const attempt = (ctx: Context) => addPasskey(ctx, { name: "x", response });
    await expect(attempt(otherSession)).rejects.toMatchObject({ code: "INVALID" });
    await expect(attempt(later(ctx, 301))).rejects.toMatchObject({ code: "INVALID" });
    await attempt(later(ctx, 290));
  });

  it("makes one passkey of one challenge, however many come with it at once", async () => {
    const { ctx } = await addPerson(instance);
    const options = await beginAddingPasskey(ctx, { password });
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        addPasskey(ctx, { name: "x", response: createAuthenticator(origin).create(options) }),
      ),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listPasskeys(ctx)).toHaveLength(1);
  });

  it("does not take the passkey of somebody else for a new one", async () => {
    const [ada, eve] = [await addHolder(), await addPerson(instance, "Eve")];
    const options = await beginAddingPasskey(eve.ctx, { password });
    const response = ada.authenticator.create(options);
    await expect(addPasskey(eve.ctx, { name: "x", response })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("signing in with a passkey", () => {
  it("opens a session, asks for no code, and writes down how", async () => {
    const ada = await addHolder();
    await prisma.user.update({ where: { id: ada.userId }, data: { totpEnabledAt: new Date() } });
    const response = ada.authenticator.get(await beginPasskeySignIn(visitor));
    const session = await signInWithPasskey(visitor, { response });
    expect(await findPrincipal(instance.services, session)).toMatchObject({ userId: ada.userId });
    expect((await listPasskeys(ada.ctx))[0]?.lastUsedAt).toBeInstanceOf(Date);
    const entry = await prisma.auditEntry.findFirst({
      where: { userId: ada.userId, kind: "session.opened" },
    });
    expect(entry?.subject).toEqual({ by: "passkey" });
  });

  it("lets one of twenty in who come with one answer at once, and nobody afterwards", async () => {
    const ada = await addHolder();
    const response = ada.authenticator.get(await beginPasskeySignIn(visitor));
    const attempt = () => signInWithPasskey(visitor, { response });
    const all = await Promise.allSettled(Array.from({ length: 20 }, attempt));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(attempt()).rejects.toMatchObject(refused);
    // A clock that goes a little slower in another process makes no difference.
    await expect(signInWithPasskey(later(visitor, -20), { response })).rejects.toMatchObject(refused);
  });

  it("takes a challenge once, with a new signature too", async () => {
    const ada = await addHolder();
    const options = await beginPasskeySignIn(visitor);
    await signInWithPasskey(visitor, { response: ada.authenticator.get(options, { signCount: 1 }) });
    const again = ada.authenticator.get(options, { signCount: 2 });
    await expect(signInWithPasskey(visitor, { response: again })).rejects.toMatchObject(refused);
  });

  it("refuses what does not fit, in the words of a wrong password", async () => {
    const [ada, eve] = [await addHolder(), await addHolder("Eve")];
    const options = await beginPasskeySignIn(visitor);
    const right = ada.authenticator.get(options);
    const oldOptions = await beginPasskeySignIn(later(visitor, -301));
    const forAdding = await beginAddingPasskey(ada.ctx, { password });
    const attempts: unknown[] = [
      ada.authenticator.get(options, { origin: "https://evil.example" }),
      ada.authenticator.get(options, { origin: "http://localhost:1" }),
      ada.authenticator.get(options, { rpId: "evil.example" }),
      ada.authenticator.get(options, { isUnverified: true }),
      ada.authenticator.get(options, { type: "webauthn.create" }),
      ada.authenticator.get(options, { userHandle: Buffer.from(eve.userId).toString("base64url") }),
      ada.authenticator.get({ challenge: Buffer.alloc(32, 1).toString("base64url") }),
      ada.authenticator.get(oldOptions),
      ada.authenticator.get(forAdding),
      // Eve's signature under Ada's credential, and the other way round.
      { ...right, response: eve.authenticator.get(options).response },
      { ...eve.authenticator.get(options), response: right.response },
      { ...right, response: { ...right.response, signature: "AAAA" } },
      // Nobody here has it.
      createAuthenticator(origin).get(options),
      {},
      null,
    ];
    const wrongPassword = await signIn(visitor, { email: ada.email, password: "not it" }).catch(
      (error: unknown) => error,
    );
    expect(wrongPassword).toMatchObject(refused);
    for (const response of attempts) {
      const refusal = await signInWithPasskey(visitor, { response }).catch((error: unknown) => error);
      expect(refusal).toEqual(wrongPassword);
    }
    await signInWithPasskey(visitor, { response: right });
  });

  it("refuses a copy, whose count does not grow, and takes those that never count", async () => {
    const ada = await addHolder();
    const attempt = async (signCount: number) =>
      signInWithPasskey(visitor, {
        response: ada.authenticator.get(await beginPasskeySignIn(visitor), { signCount }),
      });
    await attempt(0);
    await attempt(0);
    await attempt(7);
    for (const signCount of [7, 6, 0]) await expect(attempt(signCount)).rejects.toMatchObject(refused);
    await attempt(8);
  });

  it("refuses a disabled account, and a passkey that was removed", async () => {
    const [ada, eve] = [await addHolder(), await addHolder("Eve")];
    const options = await beginPasskeySignIn(visitor);
    await prisma.user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
    await removePasskey(eve.ctx, eve);
    for (const { authenticator } of [ada, eve]) {
      const response = authenticator.get(options);
      await expect(signInWithPasskey(visitor, { response })).rejects.toMatchObject(refused);
    }
  });

  it("takes whatever is thrown at it for no proof", async () => {
    const ada = await addHolder();
    const right = ada.authenticator.get(await beginPasskeySignIn(visitor));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("clientDataJSON", "authenticatorData", "signature", "userHandle"),
        fc.uint8Array({ minLength: 1 }),
        async (part, bytes) => {
          const response = { ...right.response, [part]: Buffer.from(bytes).toString("base64url") };
          await expect(
            signInWithPasskey(visitor, { response: { ...right, response } }),
          ).rejects.toMatchObject(refused);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("works while Redis is away", async () => {
    const redis = await startPrivateRedis();
    const other = await startTestInstance({ redisUrl: redis.url });
    await redis.stop();
    const person = await addPerson(other);
    const authenticator = createAuthenticator(other.services.origin);
    const response = authenticator.create(await beginAddingPasskey(person.ctx, { password }));
    await addPasskey(person.ctx, { name: "Phone", response });
    const visitor = other.as();
    const assertion = authenticator.get(await beginPasskeySignIn(visitor));
    expect(await signInWithPasskey(visitor, { response: assertion })).toMatchObject({ email: person.email });
    await expect(signInWithPasskey(visitor, { response: assertion })).rejects.toMatchObject(refused);
    await other.close();
    await redis.start();
    await redis.close();
  });
});

describe("an address that cannot have passkeys", () => {
  it.each([
    ["https://photos.example.org", true],
    ["https://photos.example.org:8443", true],
    ["http://localhost:3000", true],
    ["http://alcoves.localhost", true],
    ["http://photos.example.org", false],
    ["http://nas:3000", false],
    ["https://192.168.1.20", false],
    ["http://127.0.0.1:3000", false],
    ["https://[2001:db8::1]", false],
  ])("%s: %s", (origin, may) => expect(canHavePasskeys(origin)).toBe(may));

  it("is told to whoever tries", async () => {
    const { ctx } = await addPerson(instance);
    const services = { ...instance.services, origin: "http://192.168.1.20:3000" };
    const unavailable = { code: "UNAVAILABLE" };
    await expect(beginAddingPasskey({ ...ctx, services }, { password })).rejects.toMatchObject(unavailable);
    await expect(beginPasskeySignIn({ ...visitor, services })).rejects.toMatchObject(unavailable);
  });
});
