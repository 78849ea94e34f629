import type { Context, Principal } from "@alcoves/core";
import { createToken, register } from "@alcoves/core/accounts";
import type { TestInstance } from "./instance.ts";

/** Someone with an account, a personal library and a token. */
export interface TestPerson {
  readonly userId: string;
  readonly email: string;
  /** The personal library. */
  readonly libraryId: string;
  readonly sessionId: string;
  /** An access token that may write. */
  readonly token: string;
  readonly principal: Principal;
  readonly ctx: Context;
}

/** The password of every person in tests. */
export const testPassword = "correct horse battery";

let count = 0;

/** Registers a person. The first of an instance owns it. */
export async function addPerson(instance: TestInstance, name = "Ada"): Promise<TestPerson> {
  count += 1;
  const email = `${name.toLowerCase()}-${process.pid}-${count}@example.org`;
  const { userId } = await register(instance.as(), { name, email, password: testPassword });
  const { prisma } = instance.services.database;
  const user = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    include: { ownedLibraries: true },
  });
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { id: sessionId } = await prisma.session.create({ data: { userId, expiresAt } });
  const principal: Principal = { kind: "member", userId, sessionId, isInstanceOwner: user.isInstanceOwner };
  const ctx = instance.as(principal);
  const { token } = await createToken(ctx, { name: "tests", scope: "write", expiresInDays: null });
  const libraryId = user.ownedLibraries[0]?.id ?? "";
  return { userId, email, libraryId, sessionId, token, principal, ctx };
}
