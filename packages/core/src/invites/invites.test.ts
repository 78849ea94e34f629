import { addPerson, startTestInstance, type TestPerson, testPassword } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { register } from "../accounts/index.ts";
import type { LibraryContext } from "../context.ts";
import { createLibrary } from "../libraries/index.ts";
import { removeMember } from "../members/index.ts";
import { updateSettings } from "../settings/index.ts";
import { createInvite, listInvites, previewInvite, redeemInvite, revokeInvite } from "./index.ts";
import type { InvitePreview } from "./schema.ts";
import { statusOf } from "./status-of.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
let olga: TestPerson;
let libraryId: string;
let inside: LibraryContext;
beforeAll(async () => {
  olga = await addPerson(instance, "Olga");
  ({ libraryId } = await createLibrary(olga.ctx, { name: "Family", emoji: "🏡" }));
  inside = await enterLibrary(olga.ctx, libraryId, "manage members");
});

const invite = (maxUses: number | null = null, expiresInDays: number | null = null) =>
  createInvite(inside, { libraryId, maxUses, expiresInDays });
const usesOf = async (inviteId: string) =>
  (await prisma.invite.findUniqueOrThrow({ where: { id: inviteId } })).uses;

describe("an invite", () => {
  it("shows library and inviter before sign-in, makes a viewer, and tells who came by it", async () => {
    const { token, inviteId } = await invite(3, 7);
    expect(await previewInvite(instance.as(), { token })).toEqual({
      status: "pending",
      libraryName: "Family",
      emoji: "🏡",
      inviter: "Olga",
      role: "viewer",
    });
    const ada = await addPerson(instance);
    expect(await redeemInvite(ada.ctx, { token })).toEqual({ libraryId });
    await enterLibrary(ada.ctx, libraryId, "see its files");
    await expect(enterLibrary(ada.ctx, libraryId, "upload files")).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const [listed] = await listInvites(inside);
    expect(listed).toMatchObject({ inviteId, token, status: "pending", uses: 1, createdBy: "Olga" });
    expect(listed?.joined).toMatchObject([{ userId: ada.userId, name: "Ada" }]);
  });

  it("redeemed twice is a no-op, for members as for the owner", async () => {
    const { token, inviteId } = await invite(1);
    const ada = await addPerson(instance);
    const twice = await Promise.all([1, 2, 3].map(() => redeemInvite(ada.ctx, { token })));
    expect(twice).toEqual([{ libraryId }, { libraryId }, { libraryId }]);
    expect(await redeemInvite(olga.ctx, { token })).toEqual({ libraryId });
    expect(await usesOf(inviteId)).toBe(1);
    expect(await previewInvite(ada.ctx, { token })).toMatchObject({ status: "already a member", libraryId });
  });

  it("says what became of it, and lets nobody in then", async () => {
    const ada = await addPerson(instance);
    const ended: [string, { token: string }, InvitePreview["status"]][] = [];
    const revoked = await invite();
    await revokeInvite(inside, { libraryId, inviteId: revoked.inviteId });
    ended.push(["revoked", revoked, "revoked"]);
    const expired = await invite(null, 1);
    await prisma.invite.update({ where: { id: expired.inviteId }, data: { expiresAt: new Date(0) } });
    ended.push(["expired", expired, "expired"]);
    const used = await invite(1);
    await redeemInvite((await addPerson(instance, "Bea")).ctx, used);
    ended.push(["exhausted", used, "exhausted"]);
    for (const [name, { token }, status] of ended) {
      // The link gives away nothing of the library any more.
      expect(await previewInvite(ada.ctx, { token }), name).toEqual({ status });
      await expect(redeemInvite(ada.ctx, { token }), name).rejects.toMatchObject({ code: "CONFLICT" });
    }
    await expect(enterLibrary(ada.ctx, libraryId, "see the library")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("lets exactly one in at its last use, fifty times", async () => {
    const [ada, bea] = [await addPerson(instance), await addPerson(instance, "Bea")];
    for (let time = 0; time < 50; time += 1) {
      await prisma.libraryMember.deleteMany({ where: { userId: { in: [ada.userId, bea.userId] } } });
      const { token, inviteId } = await invite(1);
      const both = await Promise.allSettled([ada, bea].map(({ ctx }) => redeemInvite(ctx, { token })));
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await usesOf(inviteId)).toBe(1);
      expect(await prisma.libraryMember.count({ where: { inviteId } })).toBe(1);
    }
  });

  it("revoked while it is redeemed lets in or not, and never after", async () => {
    for (let time = 0; time < 10; time += 1) {
      const { token, inviteId } = await invite();
      const ada = await addPerson(instance);
      await Promise.allSettled([
        revokeInvite(inside, { libraryId, inviteId }),
        redeemInvite(ada.ctx, { token }),
      ]);
      const late = await addPerson(instance, "Late");
      await expect(redeemInvite(late.ctx, { token })).rejects.toMatchObject({ code: "CONFLICT" });
    }
  });

  it("made before somebody was removed does not bring them back; a new one does", async () => {
    const old = await invite();
    const ada = await addPerson(instance);
    await redeemInvite(ada.ctx, old);
    await removeMember(inside, { libraryId, userId: ada.userId });
    expect(await previewInvite(ada.ctx, old)).toEqual({ status: "removed" });
    await expect(redeemInvite(ada.ctx, old)).rejects.toMatchObject({ code: "CONFLICT" });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await redeemInvite(ada.ctx, await invite())).toEqual({ libraryId });
  });

  it("cannot be made for a personal library", async () => {
    const personal = await enterLibrary(olga.ctx, olga.libraryId, "manage members");
    const wanted = { libraryId: olga.libraryId, maxUses: 1, expiresInDays: 1 };
    await expect(createInvite(personal, wanted)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("of another library is not there", async () => {
    const { inviteId } = await invite();
    const other = await createLibrary(olga.ctx, { name: "Other", emoji: "🏡" });
    const there = await enterLibrary(olga.ctx, other.libraryId, "manage members");
    const wanted = { libraryId: other.libraryId, inviteId };
    await expect(revokeInvite(there, wanted)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listInvites(there)).toEqual([]);
  });

  it("is found by its whole token alone", async () => {
    const { token } = await invite();
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(..."AZaz09-_"), async (place, letter) => {
        const other = token.slice(0, place) + letter + token.slice(place + 1);
        const same = Buffer.from(other, "base64url").equals(Buffer.from(token, "base64url"));
        const seen = await previewInvite(instance.as(), { token: other }).then(
          () => true,
          (error: { code: string }) => error.code !== "NOT_FOUND",
        );
        expect(seen).toBe(same);
      }),
      { numRuns: 60 },
    );
  });
});

describe("registering by an invite", () => {
  const account = () => ({
    name: "Nora",
    email: `${crypto.randomUUID()}@example.org`,
    password: testPassword,
  });

  it("joins, and opens registration where it is by invitation; closed stays closed", async () => {
    const { token } = await invite();
    await updateSettings(olga.ctx, { registrationMode: "invite_only" });
    const { joinedLibraryId } = await register(instance.as(), { ...account(), invite: token });
    expect(joinedLibraryId).toBe(libraryId);
    await updateSettings(olga.ctx, { registrationMode: "closed" });
    await expect(register(instance.as(), { ...account(), invite: token })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await updateSettings(olga.ctx, { registrationMode: "open" });
  });

  it("gives the last use to one of two, and leaves no account of the other where the mode asks for an invite", async () => {
    await updateSettings(olga.ctx, { registrationMode: "invite_only" });
    for (let time = 0; time < 10; time += 1) {
      const { token } = await invite(1);
      const before = await prisma.user.count();
      const both = await Promise.allSettled(
        [1, 2].map(() => register(instance.as(), { ...account(), invite: token })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await prisma.user.count()).toBe(before + 1);
    }
    await updateSettings(olga.ctx, { registrationMode: "open" });
  });

  it("makes the account without the library where registration is open and the invite is over", async () => {
    const { token, inviteId } = await invite();
    await revokeInvite(inside, { libraryId, inviteId });
    expect(await register(instance.as(), { ...account(), invite: token })).toMatchObject({
      joinedLibraryId: null,
    });
  });
});

it("has one status at any time, and never comes back from one that lets nobody in", () => {
  const date = fc.date({ noInvalidDate: true, min: new Date("2020-01-01"), max: new Date("2030-01-01") });
  fc.assert(
    fc.property(
      fc.record({
        revokedAt: fc.option(date),
        expiresAt: fc.option(date),
        maxUses: fc.option(fc.integer({ min: 1, max: 5 })),
        uses: fc.nat(5),
      }),
      date,
      date,
      (row, one, other) => {
        const [now, later] = one < other ? [one, other] : [other, one];
        if (statusOf(row, now) !== "pending") expect(statusOf(row, later)).not.toBe("pending");
        const lets =
          !row.revokedAt && (!row.expiresAt || row.expiresAt > now) && row.uses < (row.maxUses ?? 6);
        expect(statusOf(row, now) === "pending").toBe(lets);
      },
    ),
  );
});
