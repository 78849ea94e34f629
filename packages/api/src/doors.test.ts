import type { Context, Principal } from "@alcoves/core";
import { createToken, findPrincipal } from "@alcoves/core/accounts";
import { addPerson, startTestInstance, testPassword } from "@alcoves/testing";
import { TRPCError } from "@trpc/server";
import { afterAll, describe, expect, it } from "vitest";
import { appRouter, createCaller } from "./root.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

const owner = await addPerson(instance, "Olga");
const ada = await addPerson(instance);
const eve = await addPerson(instance, "Eve");
const library = await prisma.library.create({ data: { name: "Shared", emoji: "🏡", ownerId: ada.userId } });
const libraryId = library.id;
const { id: fileId } = await prisma.file.create({
  data: { libraryId, name: "x", kind: "other", mimeType: "text/plain", sizeBytes: 1n },
});
const missing = "00000000-0000-4000-8000-000000000000";

async function member(role: "viewer" | "contributor" | "admin"): Promise<Context> {
  const person = await addPerson(instance, role);
  await prisma.libraryMember.create({ data: { libraryId, userId: person.userId, role } });
  return person.ctx;
}

async function byToken(scope: "read" | "write"): Promise<Context> {
  const { token } = await createToken(ada.ctx, { name: scope, scope, expiresInDays: null });
  return instance.as(await findPrincipal(instance.services, { token }));
}

const revoked: Principal = await findPrincipal(instance.services, { sessionId: missing });
const principals = {
  visitor: instance.as(),
  "ended session": instance.as(revoked),
  "non-member": eve.ctx,
  "owner of the instance, no member": owner.ctx,
  viewer: await member("viewer"),
  contributor: await member("contributor"),
  admin: await member("admin"),
  owner: ada.ctx,
  "read token of the owner": await byToken("read"),
  "write token of the owner": await byToken("write"),
} as const;
type Name = keyof typeof principals;

const everyone = Object.keys(principals) as Name[];
const accounts = everyone.filter((name) => !["visitor", "ended session"].includes(name));
const sessions = accounts.filter((name) => !name.includes("token"));
const readers = accounts.filter((name) => !["non-member", "owner of the instance, no member"].includes(name));
const writers = readers.filter((name) => !["viewer", "read token of the owner"].includes(name));
const accountWriters = accounts.filter((name) => name !== "read token of the owner");

type Caller = ReturnType<typeof createCaller>;

/** Who may do what: a procedure without a row fails the test below. */
const matrix: Record<
  string,
  { may: readonly Name[]; call: (caller: Caller, libraryId: string) => Promise<unknown> }
> = {
  "accounts.registration": { may: everyone, call: (caller) => caller.accounts.registration() },
  "accounts.register": {
    may: everyone,
    call: (caller) =>
      caller.accounts.register({
        name: "N",
        email: `n${Math.random()}@example.org`,
        password: "long enough a password",
      }),
  },
  "accounts.me": { may: accounts, call: (caller) => caller.accounts.me() },
  "accounts.changeName": { may: sessions, call: (caller) => caller.accounts.changeName({ name: "Ada" }) },
  "accounts.changeEmail": {
    may: sessions,
    call: (caller) =>
      caller.accounts.changeEmail({ email: `m${Math.random()}@example.org`, currentPassword: testPassword }),
  },
  "accounts.changePassword": {
    may: sessions,
    call: (caller) =>
      caller.accounts.changePassword({ currentPassword: testPassword, newPassword: testPassword }),
  },
  "accounts.changePreferences": {
    may: sessions,
    call: (caller) => caller.accounts.changePreferences({ theme: "dark" }),
  },
  "passwordResets.request": {
    may: everyone,
    call: (caller) =>
      caller.passwordResets.request({ email: "nobody@example.org" }).catch(ignoring("BAD_REQUEST")),
  },
  // There is no such link, which everyone is told.
  "passwordResets.look": {
    may: everyone,
    call: (caller) => caller.passwordResets.look({ token: "none" }).catch(ignoring("NOT_FOUND")),
  },
  "passwordResets.use": {
    may: everyone,
    call: (caller) =>
      caller.passwordResets.use({ token: "none", password: testPassword }).catch(ignoring("NOT_FOUND")),
  },
  "users.list": { may: ["owner of the instance, no member"], call: (caller) => caller.users.list() },
  "users.createResetLink": {
    may: ["owner of the instance, no member"],
    call: (caller) => caller.users.createResetLink({ userId: eve.userId }),
  },
  "accounts.listSessions": { may: sessions, call: (caller) => caller.accounts.listSessions() },
  "accounts.endSession": {
    may: sessions,
    call: (caller) => caller.accounts.endSession({ sessionId: missing }).catch(ignoring("NOT_FOUND")),
  },
  "accounts.endOtherSessions": { may: sessions, call: (caller) => caller.accounts.endOtherSessions() },
  "accounts.listTokens": { may: sessions, call: (caller) => caller.accounts.listTokens() },
  "accounts.createToken": {
    may: sessions,
    call: (caller) => caller.accounts.createToken({ name: "t", scope: "read", expiresInDays: 1 }),
  },
  // Nobody has this token, so those who may are told that it does not exist.
  "accounts.revokeToken": {
    may: sessions,
    call: (caller) => caller.accounts.revokeToken({ tokenId: missing }).catch(ignoring("NOT_FOUND")),
  },
  "libraries.list": { may: accounts, call: (caller) => caller.libraries.list() },
  "libraries.get": { may: readers, call: (caller, libraryId) => caller.libraries.get({ libraryId }) },
  "libraries.create": { may: accountWriters, call: (caller) => caller.libraries.create({ name: "New" }) },
  "folders.list": { may: readers, call: (caller, libraryId) => caller.folders.list({ libraryId }) },
  "folders.path": { may: readers, call: (caller, libraryId) => caller.folders.path({ libraryId }) },
  "folders.create": {
    may: writers,
    call: (caller, libraryId) => caller.folders.create({ libraryId, name: `f${Math.random()}` }),
  },
  "files.list": { may: readers, call: (caller, libraryId) => caller.files.list({ libraryId }) },
  "files.some": {
    may: readers,
    call: (caller, libraryId) => caller.files.some({ libraryId, fileIds: [fileId] }),
  },
  "files.get": { may: readers, call: (caller, libraryId) => caller.files.get({ libraryId, fileId }) },
  // The file has no such job, which only those who may ask are told.
  "files.retryJob": {
    may: writers,
    call: (caller, libraryId) =>
      caller.files.retryJob({ libraryId, fileId, job: "proxy" }).catch(ignoring("BAD_REQUEST")),
  },
  "events.follow": {
    may: readers,
    async call(caller, libraryId) {
      const stream = await caller.events.follow({ libraryId });
      await Promise.race([
        stream[Symbol.asyncIterator]().next(),
        new Promise((resolve) => setTimeout(resolve, 150)),
      ]);
    },
  },
  "audit.list": { may: ["owner of the instance, no member"], call: (caller) => caller.audit.list({}) },
  "settings.get": { may: ["owner of the instance, no member"], call: (caller) => caller.settings.get() },
  "settings.update": {
    may: ["owner of the instance, no member"],
    call: (caller) => caller.settings.update({ registrationMode: "open" }),
  },
  "system.health": { may: everyone, call: (caller) => caller.system.health() },
};

function ignoring(code: TRPCError["code"]) {
  return (error: unknown) => {
    if (!(error instanceof TRPCError) || error.code !== code) throw error;
  };
}

const callAs = (name: Name) => createCaller({ core: principals[name], requestId: "test" });

describe("doors", () => {
  const procedures: [string, { _def: { meta?: { door?: string } } }][] = Object.entries(
    appRouter._def.procedures as object,
  );

  it("says of every procedure who may come through", () => {
    for (const [path, procedure] of procedures) expect(procedure._def.meta?.door, path).toBeDefined();
  });

  it("has a row for every procedure, and no row without one", () => {
    expect(Object.keys(matrix).sort()).toEqual(procedures.map(([path]) => path).sort());
  });

  it.each(Object.keys(matrix))("%s opens to those who may, and to nobody else", async (path) => {
    const row = matrix[path];
    for (const name of everyone) {
      const outcome = await row?.call(callAs(name), libraryId).then(
        () => "opens",
        (error: TRPCError) => error.code,
      );
      if (row?.may.includes(name)) expect(outcome, name).toBe("opens");
      else expect(["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND"], `${name}: ${outcome}`).toContain(outcome);
    }
  });

  it.each(Object.keys(matrix).filter((path) => /^(folders|files|events|libraries\.get)/.test(path)))(
    "%s tells a non-member the same as of a library that does not exist",
    async (path) => {
      const row = matrix[path];
      const told = async (id: string) =>
        row?.call(callAs("non-member"), id).catch(({ code, message }: TRPCError) => ({ code, message }));
      const ofShared = await told(libraryId);
      expect(ofShared).toMatchObject({ code: "NOT_FOUND" });
      expect(ofShared).toEqual(await told(missing));
    },
  );
});
