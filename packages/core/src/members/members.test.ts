import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterLibrary, type Permission } from "../access/index.ts";
import { followLibrary } from "../events/index.ts";
import { createLibrary, removeLibrary } from "../libraries/index.ts";
import { beginUpload } from "../uploads/index.ts";
import { changeRole, handOver, leaveLibrary, listMembers, removeMember } from "./index.ts";
import type { MemberRole } from "./schema.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
let olga: TestPerson;
beforeAll(async () => {
  olga = await addPerson(instance, "Olga");
});

const enter = ({ ctx }: TestPerson, libraryId: string, permission: Permission = "manage members") =>
  enterLibrary(ctx, libraryId, permission);

async function makeLibrary(): Promise<string> {
  return (await createLibrary(olga.ctx, { name: "Family", emoji: "🏡" })).libraryId;
}

async function join(libraryId: string, role: MemberRole, name: string = role): Promise<TestPerson> {
  const person = await addPerson(instance, name);
  await prisma.libraryMember.create({ data: { libraryId, userId: person.userId, role } });
  return person;
}

describe("members", () => {
  it("are listed with the owner first, and their addresses are for those who manage them", async () => {
    const libraryId = await makeLibrary();
    const [vera, cleo, adam] = [
      await join(libraryId, "viewer", "Vera"),
      await join(libraryId, "contributor", "Cleo"),
      await join(libraryId, "admin", "Adam"),
    ];
    const seen = await listMembers(await enter(adam, libraryId));
    expect(seen.map(({ name, role, email }) => ({ name, role, email }))).toEqual([
      { name: "Olga", role: "owner", email: olga.email },
      { name: "Adam", role: "admin", email: adam.email },
      { name: "Cleo", role: "contributor", email: cleo.email },
      { name: "Vera", role: "viewer", email: vera.email },
    ]);
    const seenByVera = await listMembers(await enter(vera, libraryId, "see its members"));
    expect(seenByVera.map(({ email }) => email)).toEqual([null, null, null, null]);
  });

  it("do not touch the owner, nor raise themselves, nor delete or hand over what is not theirs", async () => {
    const libraryId = await makeLibrary();
    const adam = await join(libraryId, "admin");
    const inside = await enter(adam, libraryId);
    const forbidden = { code: "FORBIDDEN" };
    const owner = { libraryId, userId: olga.userId };
    await expect(changeRole(inside, { ...owner, role: "viewer" })).rejects.toMatchObject(forbidden);
    await expect(removeMember(inside, owner)).rejects.toMatchObject(forbidden);
    const self = { libraryId, userId: adam.userId };
    await expect(changeRole(inside, { ...self, role: "admin" })).rejects.toMatchObject(forbidden);
    await expect(removeMember(inside, self)).rejects.toMatchObject(forbidden);
    await expect(changeRole(inside, { ...self, role: "owner" as MemberRole })).rejects.toThrow();
    await expect(enter(adam, libraryId, "delete the library")).rejects.toMatchObject(forbidden);
    await expect(enter(adam, libraryId, "hand over the library")).rejects.toMatchObject(forbidden);
    expect(await prisma.library.findUniqueOrThrow({ where: { id: libraryId } })).toMatchObject({
      ownerId: olga.userId,
    });
  });

  it("change role from their next request on", async () => {
    const libraryId = await makeLibrary();
    const cleo = await join(libraryId, "contributor");
    await enter(cleo, libraryId, "upload files");
    await changeRole(await enter(olga, libraryId), { libraryId, userId: cleo.userId, role: "viewer" });
    await expect(enter(cleo, libraryId, "upload files")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are out at once when removed: the open stream, the half-done upload, the next request", async () => {
    const libraryId = await makeLibrary();
    const cleo = await join(libraryId, "contributor");
    const uploadId = "c".repeat(32);
    await beginUpload(cleo.ctx, { uploadId, sizeBytes: 5, metadata: { libraryId, filename: "a.bin" } });
    const end = new AbortController();
    const stream = followLibrary(cleo.ctx, { libraryId }, { signal: end.signal, lookEveryMs: 60_000 });
    const cut = stream.next().catch((error: unknown) => error);
    // The stream has to listen before there is something to hear.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = performance.now();
    await removeMember(await enter(olga, libraryId), { libraryId, userId: cleo.userId });
    expect(await cut).toMatchObject({ code: "NOT_FOUND" });
    expect(performance.now() - before, "by a nudge, not by the look of every minute").toBeLessThan(20_000);
    expect(await prisma.upload.findUnique({ where: { id: uploadId } })).toBeNull();
    await expect(enter(cleo, libraryId, "see the library")).rejects.toMatchObject({ code: "NOT_FOUND" });
    end.abort();
  });

  it("leave by themselves; the owner stays", async () => {
    const libraryId = await makeLibrary();
    const vera = await join(libraryId, "viewer");
    await leaveLibrary(await enter(vera, libraryId, "leave the library"));
    await expect(enter(vera, libraryId, "see the library")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(leaveLibrary(await enter(olga, libraryId))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("handing over", () => {
  it("makes a member the owner and the owner an admin; there is always exactly one owner", async () => {
    const libraryId = await makeLibrary();
    const [adam, vera] = [await join(libraryId, "admin"), await join(libraryId, "viewer")];
    const inside = await enter(olga, libraryId, "hand over the library");
    // Two at once: the second finds that it is not hers to give any more.
    const both = await Promise.allSettled(
      [adam, vera].map(({ userId }) => handOver(inside, { libraryId, userId })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const members = await listMembers(await enter(olga, libraryId));
    expect(members.filter(({ role }) => role === "owner")).toHaveLength(1);
    expect(members.find(({ userId }) => userId === olga.userId)).toMatchObject({ role: "admin" });
    expect(members).toHaveLength(3);
  });

  it("is done in person, and to members alone", async () => {
    const libraryId = await makeLibrary();
    const eve = await addPerson(instance, "Eve");
    const inside = await enter(olga, libraryId, "hand over the library");
    await expect(handOver(inside, { libraryId, userId: eve.userId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const byToken = {
      ...inside,
      principal: {
        kind: "token",
        userId: olga.userId,
        tokenId: "",
        scope: "write",
        isInstanceOwner: true,
      } as const,
    };
    await expect(handOver(byToken, { libraryId, userId: eve.userId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("whoever loses a role while they act", () => {
  it("does not go on: of an admin's act and their removal at once, neither happens to somebody else's harm", async () => {
    for (let time = 0; time < 10; time += 1) {
      const libraryId = await makeLibrary();
      const [adam, vera] = [await join(libraryId, "admin"), await join(libraryId, "viewer")];
      const [byOlga, byAdam] = [await enter(olga, libraryId), await enter(adam, libraryId)];
      await prisma.libraryMember.update({
        where: { libraryId_userId: { libraryId, userId: adam.userId } },
        data: { role: "viewer" },
      });
      await expect(removeMember(byAdam, { libraryId, userId: vera.userId })).rejects.toMatchObject({
        code: "CONFLICT",
      });
      await removeMember(byOlga, { libraryId, userId: adam.userId });
      await expect(removeMember(byAdam, { libraryId, userId: vera.userId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      expect(await listMembers(byOlga)).toHaveLength(2);
    }
  });
});

describe("deleting a library", () => {
  it("takes its name, typed, and no files, the trash included", async () => {
    const libraryId = await makeLibrary();
    const inside = await enter(olga, libraryId, "delete the library");
    const typed = { libraryId, name: "Family" };
    await expect(removeLibrary(inside, { libraryId, name: "family" })).rejects.toMatchObject({
      code: "INVALID",
    });
    const { id } = await prisma.file.create({
      data: { libraryId, name: "x", kind: "other", mimeType: "a/b", sizeBytes: 1n, trashedAt: new Date() },
    });
    await expect(removeLibrary(inside, typed)).rejects.toMatchObject({ code: "CONFLICT" });
    await prisma.file.delete({ where: { id } });
    const parent = await prisma.folder.create({ data: { libraryId, name: "a" } });
    await prisma.folder.create({ data: { libraryId, name: "b", parentId: parent.id } });
    await removeLibrary(inside, typed);
    await expect(enter(olga, libraryId, "see the library")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused for a personal one, and by a token", async () => {
    const personal = await enter(olga, olga.libraryId, "delete the library");
    const typed = { libraryId: olga.libraryId, name: "My Library" };
    await expect(removeLibrary(personal, typed)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("and a file that comes in at the same time: one of both waits, and none is lost", async () => {
    for (let time = 0; time < 10; time += 1) {
      const libraryId = await makeLibrary();
      const inside = await enter(olga, libraryId, "delete the library");
      const [removed, added] = await Promise.allSettled([
        removeLibrary(inside, { libraryId, name: "Family" }),
        prisma.file.create({
          data: { libraryId, name: "x", kind: "other", mimeType: "a/b", sizeBytes: 1n },
        }),
      ]);
      expect([removed.status, added.status].sort()).toEqual(["fulfilled", "rejected"]);
      const isThere = (await prisma.library.findUnique({ where: { id: libraryId } })) !== null;
      expect(isThere).toBe(added.status === "fulfilled");
    }
  });
});

it("a personal library takes no member, whoever writes", async () => {
  const vera = await addPerson(instance, "Vera");
  const row = { libraryId: olga.libraryId, userId: vera.userId, role: "viewer" } as const;
  await expect(prisma.libraryMember.create({ data: row })).rejects.toThrow();
});
