import { execFileSync } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  addPerson,
  eventually,
  startTestInstance,
  startTestS3,
  startTestWorker,
  type TestInstance,
  uploadFile,
} from "@alcoves/testing";
import { readEndings, readStandings, recordEndings } from "@alcoves/testing/endings";
import { startTestGate } from "@alcoves/testing/gate";
import { processesOf } from "@alcoves/testing/remains";
import { expect, it } from "vitest";

const drawing = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>`);

/** A film that takes some seconds to transcode. */
async function film(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "alcoves-away-")), "film.avi");
  const source = "testsrc2=size=1280x720:rate=30:duration=25";
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, "-c:v", "mpeg4", "-q:v", "4", path]);
  return path;
}

async function expectAllReady(instance: TestInstance, timeoutMs: number): Promise<void> {
  await eventually(async () => {
    const standings = await readStandings(instance);
    expect(standings.filter(({ status, error }) => status !== "ready" || error !== null)).toEqual([]);
  }, timeoutMs);
}

/** Every job has come to one end, and none to two. */
async function expectOneEnd(instance: TestInstance): Promise<void> {
  const ends = (await readEndings(instance)).map(
    ({ fileId, family, version }) => `${fileId} ${family} ${version}`,
  );
  expect(ends).toHaveLength(new Set(ends).size);
  expect(ends).toHaveLength((await readStandings(instance)).length);
}

it("jobs wait for an S3 server that is away, say so, and use up no attempt", async () => {
  const s3 = await startTestS3();
  const gate = await startTestGate(s3.endpoint);
  const environment = {
    ALCOVES_STORAGE: "s3",
    ALCOVES_S3_ENDPOINT: gate.url.replace(/\/$/, ""),
    ALCOVES_S3_BUCKET: s3.bucket,
    ALCOVES_S3_REGION: s3.region,
    ALCOVES_S3_ACCESS_KEY_ID: s3.accessKeyId,
    ALCOVES_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  };
  const instance = await startTestInstance({ environment });
  const ada = await addPerson(instance);
  for (const name of ["a.svg", "b.svg"]) await uploadFile(drawing, { ...instance, ...ada, name });
  await gate.shut();
  const worker = startTestWorker(instance, { environment });
  await eventually(async () => {
    for (const { status, error } of await readStandings(instance)) {
      expect({ status, error }).toEqual({
        status: "queued",
        error: expect.stringMatching(/^The storage cannot be used now, and this waits for it: The S3 server/),
      });
    }
  }, 60_000);
  // Three tries are all that a job has: in this time it would have used them up.
  await sleep(20_000);
  expect((await readStandings(instance)).map(({ status }) => status)).not.toContain("failed");
  await gate.open();
  await expectAllReady(instance, 90_000);
  await worker.stop();
  await instance.close();
  await gate.close();
  await s3.close();
}, 300_000);

it("a transcode goes on while the database, then Redis, are away, and ends once", async () => {
  const instance = await startTestInstance();
  await recordEndings(instance);
  const gates = {
    ALCOVES_DATABASE_URL: await startTestGate(instance.config.databaseUrl),
    ALCOVES_REDIS_URL: await startTestGate(instance.config.redisUrl),
  };
  const ada = await addPerson(instance);
  const fileId = await uploadFile(await film(), { ...instance, ...ada });
  const environment = Object.fromEntries(Object.entries(gates).map(([name, { url }]) => [name, url]));
  const worker = startTestWorker(instance, { environment });
  const proxy = () => instance.services.database.prisma.file.findUniqueOrThrow({ where: { id: fileId } });
  await eventually(async () => expect((await proxy()).proxyProgress).toBeGreaterThan(0), 90_000);
  for (const gate of Object.values(gates)) {
    await gate.shut();
    await sleep(4_000);
    expect(await processesOf(instance), "the worker is there").not.toEqual([]);
    await gate.open();
  }
  await expectAllReadyOrNotNeeded(instance);
  expect(await proxy()).toMatchObject({ proxyStatus: "ready", proxyVersion: 1, proxyDoneVersion: 1 });
  await expectOneEnd(instance);
  await worker.stop();
  await instance.close();
  for (const gate of Object.values(gates)) await gate.close();
}, 300_000);

async function expectAllReadyOrNotNeeded(instance: TestInstance): Promise<void> {
  await eventually(async () => {
    const statuses = (await readStandings(instance)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== "ready" && status !== "not_needed")).toEqual([]);
  }, 180_000);
}

it("jobs that meet an outage of the database before their first line come back too", async () => {
  const instance = await startTestInstance();
  await recordEndings(instance);
  const gate = await startTestGate(instance.config.databaseUrl);
  const ada = await addPerson(instance);
  await uploadFile(drawing, { ...instance, ...ada, name: "a.svg" });
  const worker = startTestWorker(instance, { environment: { ALCOVES_DATABASE_URL: gate.url } });
  await gate.shut();
  await sleep(20_000);
  await gate.open();
  await expectAllReady(instance, 90_000);
  await expectOneEnd(instance);
  await worker.stop();
  await instance.close();
  await gate.close();
}, 300_000);

it("PostgreSQL ends every connection in the middle of work, as when it restarts, and nothing is lost or done twice", async () => {
  const instance = await startTestInstance();
  await recordEndings(instance);
  const ada = await addPerson(instance);
  const { prisma } = instance.services.database;
  const worker = startTestWorker(instance);
  const fileId = await uploadFile(await film(), { ...instance, ...ada });
  await eventually(async () => {
    const { proxyProgress } = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
    expect(proxyProgress).toBeGreaterThan(0);
  }, 90_000);
  for (const name of ["a.svg", "b.svg", "c.svg", "d.svg"]) {
    await uploadFile(drawing, { ...instance, ...ada, name });
    // Those of the round before may not have come back yet.
    await eventually(async () => {
      const [ended] = await prisma.$queryRaw<[{ count: number }]>`
        SELECT count(pg_terminate_backend(pid))::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`;
      expect(ended.count).toBeGreaterThan(0);
    }, 20_000);
    await eventually(async () => expect((await fetch(`${instance.url}/api/ready`)).status).toBe(200), 20_000);
  }
  await expectAllReadyOrNotNeeded(instance);
  await expectOneEnd(instance);
  await worker.stop();
  await instance.close();
}, 300_000);
