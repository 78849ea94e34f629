import { createHash, randomUUID } from "node:crypto";
import { enterLibrary } from "@alcoves/core/access";
import { removeMember } from "@alcoves/core/members";
import type { TestInstance } from "../instance.ts";
import { addPerson, type TestPerson } from "../people.ts";
import type { PrincipalName } from "./principals.ts";

const farOff = new Date("2100-01-01");
const longAgo = new Date(0);

/** The people of the matrix, with a library they are all something or nothing to. */
export interface Cast {
  readonly libraryId: string;
  /** Of somebody whom none of the principals knows. */
  readonly anotherLibraryId: string;
  readonly owner: TestPerson;
  readonly stranger: TestPerson;
  /** What a principal sends with each request. */
  headersOf(name: PrincipalName): Record<string, string>;
  /** The account behind a principal; null for whoever is nobody. */
  userIdOf(name: PrincipalName): string | null;
  /** Makes everyone what they are again, whatever the last question changed. */
  restore(): Promise<void>;
}

/** Makes the people. The first one of the instance owns it. */
export async function makeCast(instance: TestInstance): Promise<Cast> {
  const { prisma } = instance.services.database;
  const instanceOwner = await addPerson(instance, "Ines");
  const owner = await addPerson(instance, "Olga");
  const stranger = await addPerson(instance, "Sven");
  const people = {
    viewer: await addPerson(instance, "Vera"),
    contributor: await addPerson(instance, "Cleo"),
    admin: await addPerson(instance, "Adam"),
    disabled: await addPerson(instance, "Dora"),
    former: await addPerson(instance, "Fred"),
    nobody: await addPerson(instance, "Nils"),
  };
  const library = (ownerId: string) =>
    prisma.library.create({ data: { name: "Shared", emoji: "🏡", ownerId, allowsSharing: true } });
  const { id: libraryId } = await library(owner.userId);
  const { id: anotherLibraryId } = await library(stranger.userId);
  const joins = [
    { userId: people.viewer.userId, role: "viewer" },
    { userId: people.contributor.userId, role: "contributor" },
    { userId: people.admin.userId, role: "admin" },
    { userId: people.disabled.userId, role: "admin" },
  ] as const;
  const leaver = { libraryId, userId: people.former.userId };
  await prisma.libraryMember.create({ data: { ...leaver, role: "admin" } });
  await removeMember(await enterLibrary(owner.ctx, libraryId, "manage members"), leaver);
  await prisma.user.update({ where: { id: people.disabled.userId }, data: { disabledAt: longAgo } });

  const session = (userId: string, expiresAt = farOff) => ({ id: randomUUID(), userId, expiresAt });
  const token = (userId: string, scope: "read" | "write", expiresAt = farOff) => ({
    id: randomUUID(),
    userId,
    scope,
    expiresAt,
    name: "matrix",
    text: `alc_${randomUUID()}`,
  });
  const sessions = {
    "non-member": session(people.nobody.userId),
    viewer: session(people.viewer.userId),
    contributor: session(people.contributor.userId),
    admin: session(people.admin.userId),
    owner: session(owner.userId),
    "instance owner who is no member": session(instanceOwner.userId),
    "former member": session(people.former.userId),
    "disabled admin": session(people.disabled.userId),
    "expired session of the owner": session(owner.userId, longAgo),
  };
  const tokens = {
    "read token of the owner": token(owner.userId, "read"),
    "write token of the owner": token(owner.userId, "write"),
    "write token of a viewer": token(people.viewer.userId, "write"),
    "read token of a viewer": token(people.viewer.userId, "read"),
    "write token of the instance owner": token(instanceOwner.userId, "write"),
    "read token of the instance owner": token(instanceOwner.userId, "read"),
    "write token of a disabled admin": token(people.disabled.userId, "write"),
    "expired token of the owner": token(owner.userId, "write", longAgo),
  };
  const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
  const cookie = (sessionId: string) => ({ cookie: `test.session=${sessionId}` });
  const headers: Readonly<Record<PrincipalName, Record<string, string>>> = {
    anonymous: {},
    // Neither is in the database.
    "revoked token of the owner": bearer(`alc_${randomUUID()}`),
    "made-up token": bearer("' OR 1=1 --"),
    "ended session of the owner": cookie(randomUUID()),
    ...mapValues(sessions, ({ id }) => cookie(id)),
    ...mapValues(tokens, ({ text }) => bearer(text)),
  };
  const shown: Partial<Record<PrincipalName, { userId: string }>> = { ...sessions, ...tokens };

  return {
    libraryId,
    anotherLibraryId,
    owner,
    stranger,
    headersOf: (name) => headers[name],
    userIdOf: (name) => shown[name]?.userId ?? null,
    async restore() {
      await prisma.libraryMember.deleteMany({ where: { libraryId } });
      await prisma.library.update({ where: { id: libraryId }, data: { ownerId: owner.userId } });
      await prisma.libraryMember.createMany({ data: joins.map((join) => ({ libraryId, ...join })) });
      await prisma.session.createMany({ data: Object.values(sessions), skipDuplicates: true });
      await prisma.accessToken.createMany({
        data: Object.values(tokens).map(({ text, ...row }) => ({
          ...row,
          tokenHash: createHash("sha256").update(text).digest(),
        })),
        skipDuplicates: true,
      });
    },
  };
}

function mapValues<Key extends string, From, To>(from: Record<Key, From>, map: (value: From) => To) {
  // Object.entries forgets its keys; they are those of `from`.
  return Object.fromEntries(Object.entries<From>(from).map(([key, value]) => [key, map(value)])) as Record<
    Key,
    To
  >;
}
