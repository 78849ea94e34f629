import { createToken, revokeToken } from "@alcoves/core/accounts";
import { addPerson, createTusSender, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const { storage } = instance.services;

const olga = await addPerson(instance, "Olga");
const ada = await addPerson(instance);
const eve = await addPerson(instance, "Eve");
const { id: libraryId } = await prisma.library.create({
  data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
});

async function member(role: "viewer" | "contributor" | "admin") {
  const person = await addPerson(instance, role);
  await prisma.libraryMember.create({ data: { libraryId, userId: person.userId, role } });
  return person;
}

async function byToken(scope: "read" | "write") {
  const { token, tokenId } = await createToken(ada.ctx, { name: scope, scope, expiresInDays: null });
  return { token, tokenId };
}

const removed = await member("admin");
await prisma.libraryMember.deleteMany({ where: { userId: removed.userId } });
const disabled = await member("admin");
await prisma.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
const revoked = await byToken("write");
await revokeToken(ada.ctx, { tokenId: revoked.tokenId });
const expired = await byToken("write");
await prisma.accessToken.update({ where: { id: expired.tokenId }, data: { expiresAt: new Date(0) } });

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const inside = {
  viewer: bearer((await member("viewer")).token),
  contributor: bearer((await member("contributor")).token),
  admin: bearer((await member("admin")).token),
  owner: bearer(ada.token),
  "the owner by cookie": { cookie: `test.session=${ada.sessionId}` },
  "a read token of the owner": bearer((await byToken("read")).token),
};
const outside = {
  "a visitor": {},
  "a non-member": bearer(eve.token),
  "the owner of the instance, no member": bearer(olga.token),
  "a removed member": bearer(removed.token),
  "a disabled member": bearer(disabled.token),
  "a revoked token": bearer(revoked.token),
  "an expired token": bearer(expired.token),
  "a made-up token": bearer("alc_x"),
  "a made-up session": { cookie: "test.session=00000000-0000-4000-8000-000000000000" },
};

const fileId = await uploadFile(Buffer.from("bytes"), { ...instance, ...ada, libraryId, name: "a.bin" });
const trashed = await uploadFile(Buffer.from("bytes"), { ...instance, ...ada, libraryId, name: "b.bin" });
/** Pictures and a proxy at hand, so that no worker is needed. */
for (const id of [fileId, trashed]) {
  await prisma.file.update({ where: { id }, data: { kind: "photo", proxyDoneVersion: 1 } });
  const folder = `libraries/${libraryId}/${id.slice(-2)}/${id}`;
  for (const name of ["variants/v1/card", "variants/v1/preview", "proxy/v1.mp4"]) {
    await storage.write(`${folder}/${name}`, Buffer.from(name));
  }
}
await prisma.file.update({ where: { id: trashed }, data: { trashedAt: new Date() } });

const missing = "00000000-0000-4000-8000-000000000000";
/** An address for every door of a file: one that no row speaks of fails below. */
const doors: Record<string, (id: string) => string[]> = {
  "/api/media/:fileId/original": (id) => [`/api/media/${id}/original`, `/api/media/${id}/original?download`],
  "/api/media/:fileId/proxy": (id) => [`/api/media/${id}/proxy?v=1`],
  "/api/media/:fileId/:variantId": (id) => [`/api/media/${id}/card?v=1`, `/api/media/${id}/preview?v=1`],
};
const paths = Object.values(doors).flatMap((of) => of(fileId));

async function told(method: "GET" | "HEAD", path: string, headers: Record<string, string>) {
  const answer = await fetch(instance.url + path, { method, headers });
  const { message } = JSON.parse((await answer.text()) || "{}") as { message?: string };
  const shape = [...answer.headers.keys()].filter((name) => name !== "date").join(" ");
  return { status: answer.status, message, shape };
}

describe("doors", () => {
  it("are declared for everything that answers, and every door of a file has a row here", () => {
    expect(instance.undeclaredRoutes).toEqual([]);
    const ofFiles = instance.routes.filter(({ path }) => path.startsWith("/api/media/"));
    expect(ofFiles.map(({ path }) => path).sort()).toEqual(Object.keys(doors).sort());
    expect(new Set(ofFiles.map(({ door }) => door))).toEqual(new Set(["library"]));
  });

  it.each(paths)("%s opens to everyone in the library", async (path) => {
    for (const [name, headers] of Object.entries(inside)) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await fetch(instance.url + path, { method, headers });
        await answer.arrayBuffer();
        expect(answer.status, `${method} by ${name}`).toBe(200);
        expect(answer.headers.get("cache-control"), name).toMatch(/^private/);
        expect(answer.headers.get("x-content-type-options"), name).toBe("nosniff");
        expect(answer.headers.get("content-security-policy"), name).toContain("sandbox");
      }
    }
  });

  it.each(paths)("%s tells everyone else the same as of a file that does not exist", async (path) => {
    for (const method of ["GET", "HEAD"] as const) {
      const nothing = await told(method, path.replace(fileId, missing), inside.owner);
      expect(nothing.status).toBe(404);
      for (const [name, headers] of Object.entries(outside)) {
        expect(await told(method, path, headers), `${method} by ${name}`).toEqual(nothing);
      }
      expect(await told(method, path.replace(fileId, trashed), inside.owner), "in the trash").toEqual(
        nothing,
      );
    }
  });

  it.each(["HEAD", "PATCH", "DELETE"])("%s of an upload is its beginner's alone", async (method) => {
    const place = await createTusSender({ ...instance, token: ada.token, libraryId }).begin(5);
    const asked = async (to: string, headers: Record<string, string>) => {
      const answer = await fetch(to, {
        method,
        headers: {
          ...headers,
          "tus-resumable": "1.0.0",
          "upload-offset": "0",
          "content-type": "application/offset+octet-stream",
        },
      });
      return { status: answer.status, text: JSON.stringify(await answer.text()).replace(/requestId.*/, "") };
    };
    const nothing = await asked(`${instance.url}/api/tus/${"0".repeat(32)}`, inside.owner);
    expect(nothing.status).toBe(404);
    const strangers = {
      ...outside,
      viewer: inside.viewer,
      contributor: inside.contributor,
      admin: inside.admin,
    };
    for (const [name, headers] of Object.entries(strangers)) {
      const answer = await asked(place, headers);
      // Whoever is nobody is asked to sign in, whether there is an upload or not.
      if (answer.status === 401)
        expect(await asked(`${instance.url}/api/tus/${"0".repeat(32)}`, headers)).toEqual(answer);
      else expect(answer, name).toEqual(nothing);
    }
  });
});
