import {
  addPerson,
  eventually,
  startPrivateRedis,
  startTestInstance,
  startTestWorker,
  uploadFile,
} from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const redis = await startPrivateRedis({ amnesia: true });
const instance = await startTestInstance({ redisUrl: redis.url });
const worker = startTestWorker(instance);
afterAll(async () => {
  await worker.stop();
  await instance.close();
  await redis.close();
});
const { prisma } = instance.services.database;
const ada = await addPerson(instance);
const headers = { authorization: `Bearer ${ada.token}` };
const get = (path: string) => fetch(instance.url + path, { headers });
const drawing = (color: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="${color}"/></svg>`,
  );
const jobsOf = (id: string) =>
  prisma.file.findUniqueOrThrow({ where: { id }, select: { variantsStatus: true, metadataStatus: true } });
const done = { variantsStatus: "ready", metadataStatus: "ready" };

describe("while Redis is away", () => {
  it("lists, shows, uploads and says so; what waited is done when it is back, though Redis forgot everything", async () => {
    const early = await uploadFile(drawing("red"), { ...instance, ...ada, name: "early.svg" });
    await eventually(async () => expect(await jobsOf(early)).toEqual(done));
    await redis.stop();

    const listed = await get(
      `/api/trpc/files.list?input=${encodeURIComponent(JSON.stringify({ json: { libraryId: ada.libraryId } }))}`,
    );
    expect(listed.status).toBe(200);
    expect(await listed.text()).toContain("early.svg");

    const kept = await get(`/api/media/${early}/card?v=1`);
    expect(kept.status).toBe(200);
    const made = await get(`/api/media/${early}/preview?v=1`);
    expect([made.status, made.headers.get("content-type")]).toEqual([200, "image/jpeg"]);

    const health = await get("/api/health");
    expect([health.status, await health.json()]).toEqual([
      200,
      expect.objectContaining({ ok: false, ready: true, missing: ["Redis"] }),
    ]);
    expect((await get("/api/ready")).status).toBe(200);

    const late = await uploadFile(drawing("blue"), { ...instance, ...ada, name: "late.svg" });
    expect(await prisma.openJob.count()).toBeGreaterThan(0);
    expect(await jobsOf(late)).toEqual({ variantsStatus: "queued", metadataStatus: "queued" });
    await redis.start();
    await eventually(async () => expect(await jobsOf(late)).toEqual(done), 60_000);
    expect(await prisma.openJob.count()).toBe(0);
    expect((await get(`/api/media/${late}/card?v=1`)).status).toBe(200);
    await eventually(async () =>
      expect(await (await get("/api/health")).json()).toMatchObject({ ok: true, missing: [] }),
    );
  }, 120_000);
});
