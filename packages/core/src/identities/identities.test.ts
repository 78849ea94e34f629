import { addPerson, startTestInstance, type TestPerson, testPassword } from "@alcoves/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { findPrincipal, register, signIn } from "../accounts/index.ts";
import { type Context, createContext, type Services } from "../index.ts";
import { updateSettings } from "../settings/index.ts";
import {
  connectIdentity,
  describePendingLink,
  disconnectIdentity,
  listIdentities,
  refuseAnswer,
  signInByIdentity,
} from "./index.ts";
import { pendingLinkSeconds } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const visitor = instance.as();

let count = 0;

/** What a provider would say of somebody new. */
function somebody() {
  count += 1;
  return {
    provider: "oidc" as const,
    issuer: "https://id.example.org",
    subject: `subject-${count}`,
    email: `somebody-${count}@example.org` as string | null,
    emailVerified: true,
    name: "Grace Hopper",
  };
}

/** The link that comes of an identity. */
async function linkFor(ctx: Context, identity: ReturnType<typeof somebody>): Promise<string> {
  const end = await signInByIdentity(ctx, identity);
  if (end.kind !== "pending") throw new Error(`pending was expected, not ${end.kind}`);
  return end.link;
}

async function sessionFor(identity: ReturnType<typeof somebody>) {
  const end = await signInByIdentity(visitor, identity);
  if (end.kind !== "in") throw new Error(`in was expected, not ${end.kind}`);
  return end.session;
}

/** The context of somebody whose account was made by an identity. */
async function enterBy(identity: ReturnType<typeof somebody>): Promise<Context> {
  return instance.as(await findPrincipal(instance.services, await sessionFor(identity)));
}

const refusal = (reason: string) => ({ name: "DomainError", code: "FORBIDDEN", reason });
const lastRefusal = () =>
  prisma.auditEntry.findFirstOrThrow({ where: { kind: "identity.refused" }, orderBy: { id: "desc" } });

it("makes the owner of the instance of whoever comes first, one account however many come at once", async () => {
  const first = somebody();
  const ends = await Promise.all(Array.from({ length: 20 }, () => signInByIdentity(visitor, first)));
  expect(ends.every(({ kind }) => kind === "in")).toBe(true);
  expect(new Set(ends.map((end) => end.kind === "in" && end.session.sessionId)).size).toBe(20);
  const users = await prisma.user.findMany({ include: { ownedLibraries: true, accounts: true } });
  expect(users).toHaveLength(1);
  expect(users[0]).toMatchObject({ isInstanceOwner: true, passwordHash: null, email: first.email });
  expect(users[0]?.ownedLibraries.map(({ isPersonal }) => isPersonal)).toEqual([true]);
  expect(users[0]?.accounts).toHaveLength(1);
});

describe("an identity that nobody knows", () => {
  let owner: Context;
  beforeEach(async () => {
    const { id: userId } = await prisma.user.findFirstOrThrow({ where: { isInstanceOwner: true } });
    owner = instance.as({ kind: "member", userId, sessionId: "", isInstanceOwner: true });
  });

  it("makes an account, and signs in to it from then on, whatever becomes of its address", async () => {
    const grace = somebody();
    const { userId, name, sessionId } = await sessionFor(grace);
    expect(name).toBe("Grace Hopper");
    expect(await findPrincipal(instance.services, { sessionId })).toMatchObject({ kind: "member", userId });
    const opened = await prisma.auditEntry.findFirstOrThrow({ where: { userId, kind: "session.opened" } });
    expect(opened.subject).toEqual({ by: "oidc" });
    const moved = { ...grace, email: "moved@example.org", emailVerified: false };
    expect((await sessionFor(moved)).userId).toBe(userId);
    await expect(signIn(visitor, { email: grace.email ?? "", password: "" })).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  it("is another one at another issuer or provider, though its subject is the same word", async () => {
    const grace = somebody();
    const { userId } = await sessionFor(grace);
    for (const other of [{ issuer: "https://other.example.org" }, { provider: "google" as const }]) {
      const impostor = { ...grace, ...other, email: somebody().email };
      expect((await sessionFor(impostor as typeof grace)).userId).not.toBe(userId);
    }
    expect((await sessionFor({ ...grace, issuer: `${grace.issuer}/` })).userId).toBe(userId);
  });

  it.each([
    ["unverified", { emailVerified: false }],
    ["without an address", { email: null }],
    ["with an address that is none", { email: "no address" }],
  ])("is refused %s", async (_, change) => {
    const users = await prisma.user.count();
    await expect(signInByIdentity(visitor, { ...somebody(), ...change })).rejects.toMatchObject(
      refusal("unverified"),
    );
    expect(await prisma.user.count()).toBe(users);
    expect((await lastRefusal()).subject).toMatchObject({ provider: "oidc", reason: "unverified" });
  });

  it.each(["closed", "invite_only"] as const)("is refused while registration is %s", async (mode) => {
    const known = somebody();
    await sessionFor(known);
    const users = await prisma.user.count();
    await updateSettings(owner, { registrationMode: mode });
    await expect(signInByIdentity(visitor, somebody())).rejects.toMatchObject(refusal(mode));
    expect((await lastRefusal()).subject).toMatchObject({ reason: mode });
    expect(await prisma.user.count()).toBe(users);
    expect((await signInByIdentity(visitor, known)).kind, "who is known comes in").toBe("in");
    await updateSettings(owner, { registrationMode: "open" });
  });

  it("takes a name from the address when the provider tells none, and cuts a long one", async () => {
    expect((await sessionFor({ ...somebody(), name: " " })).name).toMatch(/^somebody-\d+$/);
    expect((await sessionFor({ ...somebody(), name: "x".repeat(5_000) })).name).toHaveLength(100);
  });

  it("is slowed down like every sign-in", async () => {
    const from = instance.as({ kind: "visitor" }, { address: "192.0.2.9", userAgent: null });
    const known = somebody();
    for (let time = 0; time < 15; time += 1) await signInByIdentity(from, known);
    await expect(signInByIdentity(from, known)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });

  it("makes one account when a registration with its address comes at the same time", async () => {
    const grace = somebody();
    await Promise.allSettled([
      signInByIdentity(visitor, grace),
      register(visitor, { name: "Grace", email: grace.email ?? "", password: testPassword }),
    ]);
    expect(await prisma.user.count({ where: { email: grace.email ?? "" } })).toBe(1);
  });
});

it("writes down an answer that let nobody in, as often as one may try", async () => {
  const from = instance.as({ kind: "visitor" }, { address: "192.0.2.10", userAgent: null });
  const written = () => prisma.auditEntry.count({ where: { address: "192.0.2.10" } });
  for (let time = 0; time < 15; time += 1) await refuseAnswer(from, { provider: "google" });
  expect((await lastRefusal()).subject).toEqual({ provider: "google", email: null, reason: "answer" });
  await expect(refuseAnswer(from, { provider: "google" })).rejects.toMatchObject({ code: "RATE_LIMITED" });
  expect(await written()).toBe(15);
});

describe("an identity with the address of an account", () => {
  const withAddressOf = (person: TestPerson) => ({ ...somebody(), email: person.email });
  const identitiesOf = (person: TestPerson) => prisma.account.count({ where: { userId: person.userId } });

  it("is refused while its address is unverified, and nothing is connected", async () => {
    const ada = await addPerson(instance);
    const unverified = { ...withAddressOf(ada), emailVerified: false };
    await expect(signInByIdentity(visitor, unverified)).rejects.toMatchObject(refusal("unverified"));
    expect(await identitiesOf(ada)).toBe(0);
  });

  it("waits for that account's consent, and is connected by nothing less", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const identity = withAddressOf(ada);
    const sessions = await prisma.session.count();
    const link = await linkFor(visitor, identity);
    expect(await prisma.session.count()).toBe(sessions);
    expect(await identitiesOf(ada)).toBe(0);
    expect(describePendingLink(visitor, { link })).toEqual({
      provider: "oidc",
      email: ada.email,
      asks: "visitor",
    });
    expect(describePendingLink(eve.ctx, { link }).asks).toBe("another");
    expect(describePendingLink(ada.ctx, { link }).asks).toBe("you");
    await expect(connectIdentity(visitor, { link })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const byToken = instance.as(await findPrincipal(instance.services, { token: ada.token }));
    await expect(connectIdentity(byToken, { link })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(connectIdentity(eve.ctx, { link })).rejects.toMatchObject(refusal("other_account"));
    expect(await prisma.account.count({ where: { providerAccountId: { endsWith: identity.subject } } })).toBe(
      0,
    );

    expect(await connectIdentity(ada.ctx, { link })).toEqual({ provider: "oidc" });
    expect((await sessionFor(identity)).userId).toBe(ada.userId);
    const said = await prisma.auditEntry.findFirstOrThrow({
      where: { kind: "identity.connected", userId: ada.userId },
    });
    expect(said.subject).toEqual({ provider: "oidc", email: ada.email });
  });

  it("gives a link that is good once, for ten minutes, and cannot be made up", async () => {
    const ada = await addPerson(instance);
    const link = await linkFor(visitor, withAddressOf(ada));
    const later: Services = {
      ...instance.services,
      clock: () => new Date(Date.now() + pendingLinkSeconds * 1_000 + 1_000),
    };
    await expect(connectIdentity(createContext(later, ada.principal), { link })).rejects.toMatchObject(
      refusal("expired"),
    );
    const bytes = Buffer.from(link, "base64url");
    for (const place of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      const forged = { link: changed.toString("base64url") };
      await expect(connectIdentity(ada.ctx, forged)).rejects.toMatchObject(refusal("expired"));
    }
    for (const forged of ["", "x", "é".repeat(40)]) {
      await expect(connectIdentity(ada.ctx, { link: forged })).rejects.toMatchObject(refusal("expired"));
    }
    const elsewhere: Services = { ...instance.services, sessionSecret: "another secret of 32 bytes or more" };
    await expect(connectIdentity(createContext(elsewhere, ada.principal), { link })).rejects.toMatchObject(
      refusal("expired"),
    );

    await connectIdentity(ada.ctx, { link });
    const [identity] = await listIdentities(ada.ctx);
    await disconnectIdentity(ada.ctx, { identityId: identity?.identityId ?? "" });
    await expect(connectIdentity(ada.ctx, { link })).rejects.toMatchObject(refusal("expired"));
    expect(await identitiesOf(ada)).toBe(0);
  });

  it("is refused when the account is switched off, known or not", async () => {
    const ada = await addPerson(instance);
    const known = withAddressOf(ada);
    await connectIdentity(ada.ctx, { link: await linkFor(ada.ctx, known) });
    await prisma.user.update({ where: { id: ada.userId }, data: { disabledAt: new Date() } });
    for (const identity of [known, withAddressOf(ada)]) {
      await expect(signInByIdentity(visitor, identity)).rejects.toMatchObject(refusal("disabled"));
    }
  });
});

describe("somebody signed in", () => {
  it("connects an identity whatever its address, and is told when it is connected already", async () => {
    const ada = await addPerson(instance);
    const identity = { ...somebody(), emailVerified: false };
    const link = await linkFor(ada.ctx, identity);
    await connectIdentity(ada.ctx, { link });
    expect(await listIdentities(ada.ctx)).toMatchObject([{ provider: "oidc", email: identity.email }]);
    expect(await signInByIdentity(ada.ctx, identity)).toEqual({ kind: "known" });
    expect((await sessionFor(identity)).userId).toBe(ada.userId);
  });

  it("consents in person: by no token, and not once they are out", async () => {
    const ada = await addPerson(instance);
    const link = await linkFor(ada.ctx, somebody());
    const byToken = instance.as(await findPrincipal(instance.services, { token: ada.token }));
    await expect(connectIdentity(byToken, { link })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(connectIdentity(visitor, { link })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await listIdentities(ada.ctx)).toEqual([]);
  });

  it("cannot connect what belongs to somebody else, also when that came to be meanwhile", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const identity = somebody();
    const links = await Promise.all([ada, eve].map(({ ctx }) => linkFor(ctx, identity)));
    const ends = await Promise.allSettled(
      [ada, eve].map(({ ctx }, place) => connectIdentity(ctx, { link: links[place] ?? "" })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const loser = ends[0]?.status === "rejected" ? ada : eve;
    expect(ends.find((end) => end.status === "rejected")).toMatchObject({ reason: refusal("taken") });
    await expect(signInByIdentity(loser.ctx, identity)).rejects.toMatchObject(refusal("taken"));
    expect((await lastRefusal()).userId).toBe(loser.userId);
  });

  it("disconnects an identity, and nobody else's", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const identity = somebody();
    await connectIdentity(ada.ctx, { link: await linkFor(ada.ctx, identity) });
    const identityId = (await listIdentities(ada.ctx))[0]?.identityId ?? "";
    await expect(disconnectIdentity(eve.ctx, { identityId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await disconnectIdentity(ada.ctx, { identityId });
    expect(await listIdentities(ada.ctx)).toEqual([]);
    expect((await sessionFor(identity)).userId, "it is unknown again").not.toBe(ada.userId);
  });

  it("keeps one way in, also when two are taken away at once", async () => {
    const identity = somebody();
    const grace = await enterBy(identity);
    const [first] = await listIdentities(grace);
    const only = { identityId: first?.identityId ?? "" };
    await expect(disconnectIdentity(grace, only)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await listIdentities(grace)).toHaveLength(1);

    await connectIdentity(grace, { link: await linkFor(grace, somebody()) });
    const both = await listIdentities(grace);
    const ends = await Promise.allSettled(both.map((each) => disconnectIdentity(grace, each)));
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await listIdentities(grace)).toHaveLength(1);
  });

  it("may live by a passkey alone", async () => {
    const grace = await enterBy(somebody());
    const [identity] = await listIdentities(grace);
    if (grace.principal.kind !== "member" || !identity) throw new Error("a member was expected");
    await prisma.passkey.create({
      data: {
        userId: grace.principal.userId,
        name: "key",
        credentialId: new Uint8Array([1]),
        publicKey: new Uint8Array([2]),
        signCount: 0n,
        transports: [],
      },
    });
    await disconnectIdentity(grace, identity);
    expect(await listIdentities(grace)).toEqual([]);
  });
});
