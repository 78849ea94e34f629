import { addPerson, startTestInstance, testPassword } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import {
  endOtherSessions,
  endSession,
  findPrincipal,
  listSessions,
  requireStillIn,
  revokeToken,
  signIn,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const phone = { address: "192.0.2.7", userAgent: "a phone" };

describe("sessions", () => {
  it("are listed with where they came from, this one first", async () => {
    const ada = await addPerson(instance);
    await signIn(instance.as({ kind: "visitor" }, phone), { email: ada.email, password: testPassword });
    const sessions = await listSessions(ada.ctx);
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({ sessionId: ada.sessionId, isCurrent: true });
    expect(sessions[1]).toMatchObject({ ...phone, isCurrent: false });
  });

  it("end one by one or all but this one, and nobody ends another's", async () => {
    const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
    const open = () => signIn(instance.as(), { email: ada.email, password: testPassword });
    const [one, two, three] = [await open(), await open(), await open()];
    await expect(endSession(eve.ctx, one)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await endSession(ada.ctx, one);
    await expect(endSession(ada.ctx, one)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await endOtherSessions(ada.ctx)).toEqual({ count: 2 });
    for (const { sessionId } of [one, two, three]) {
      expect(await findPrincipal(instance.services, { sessionId })).toEqual({ kind: "visitor" });
    }
    expect(await findPrincipal(instance.services, { sessionId: ada.sessionId })).toMatchObject({
      kind: "member",
    });
    expect(await findPrincipal(instance.services, { sessionId: eve.sessionId })).toMatchObject({
      kind: "member",
    });
  });

  it("are asked for anew by what outlives its request", async () => {
    const ada = await addPerson(instance);
    const byToken = instance.as(await findPrincipal(instance.services, { token: ada.token }));
    await requireStillIn(ada.ctx);
    await requireStillIn(byToken);
    await instance.services.database.prisma.session.delete({ where: { id: ada.sessionId } });
    await expect(requireStillIn(ada.ctx)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    if (byToken.principal.kind !== "token") throw new Error("a token was expected");
    const again = await signIn(instance.as(), { email: ada.email, password: testPassword });
    const back = instance.as(await findPrincipal(instance.services, again));
    await revokeToken(back, byToken.principal);
    await expect(requireStillIn(byToken)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await instance.services.database.prisma.user.update({
      where: { id: ada.userId },
      data: { disabledAt: new Date() },
    });
    await expect(requireStillIn(back)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

describe("signing in", () => {
  it("is refused after fifteen tries at one account, from wherever, and tells when to come back", async () => {
    const ada = await addPerson(instance);
    const tries = Array.from({ length: 16 }, (_, place) =>
      signIn(instance.as({ kind: "visitor" }, { address: `198.51.100.${place}`, userAgent: null }), {
        email: ada.email,
        password: "not the password",
      }).catch((error: unknown) => error),
    );
    const refusals = await Promise.all(tries);
    const limited = refusals.filter(
      (error) => error instanceof Error && error.name === "DomainError" && "retryAfterSeconds" in error,
    );
    expect(limited).toHaveLength(1);
    expect(limited[0]).toMatchObject({ code: "RATE_LIMITED" });
    // The right password is no way around it, and an account that does not exist is limited alike.
    const right = { email: ada.email, password: testPassword };
    await expect(signIn(instance.as({ kind: "visitor" }, phone), right)).rejects.toMatchObject({
      code: "RATE_LIMITED",
    });
  });
});
