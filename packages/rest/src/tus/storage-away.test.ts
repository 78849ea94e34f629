import { randomBytes } from "node:crypto";
import { stat, utimes } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { sweepUploads } from "@alcoves/core/uploads";
import {
  addPerson,
  createTusSender,
  startTestInstance,
  startTestS3,
  uploadFile,
  uploadIdOf,
} from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const s3 = await startTestS3();
let isAway = false;

/** Stands before the S3 server, and at times lets nobody through. */
const gate = createServer((incoming, response) => {
  if (isAway) {
    incoming.resume();
    incoming.on("end", () => response.writeHead(503).end());
    return;
  }
  const { method, url = "", headers } = incoming;
  const passing = request(new URL(url, s3.endpoint), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  incoming.pipe(passing);
});
await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));

const instance = await startTestInstance({
  environment: {
    ALCOVES_STORAGE: "s3",
    ALCOVES_S3_BUCKET: s3.bucket,
    ALCOVES_S3_ENDPOINT: `http://127.0.0.1:${(gate.address() as AddressInfo).port}`,
    ALCOVES_S3_ACCESS_KEY_ID: s3.accessKeyId,
    ALCOVES_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
  },
});
afterAll(async () => {
  await instance.close();
  gate.closeAllConnections();
  gate.close();
  await s3.close();
});
const ada = await addPerson(instance);
const sender = createTusSender({ ...instance, ...ada });
const system = instance.as({ kind: "system", job: "upkeep" });
const { prisma } = instance.services.database;
const readiness = async () => (await fetch(`${instance.url}/api/ready`)).json();

it("while the S3 server is away it is told of, uploads lose nothing, and all goes on by itself", async () => {
  const before = await uploadFile(randomBytes(1_000), { ...instance, ...ada, name: "before.bin" });
  expect(await readiness()).toEqual({ ready: true, missing: [] });
  isAway = true;
  expect(await readiness()).toEqual({ ready: true, missing: ["storage"] });

  const bytes = randomBytes(200_000);
  const [place, forsaken] = [await sender.begin(bytes.length), await sender.begin(bytes.length)];
  for (const each of [place, forsaken]) {
    const refused = await sender.patch(each, bytes);
    expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining("S3 server")]);
    const staged = join(instance.config.dataPath, "uploads", uploadIdOf(each));
    expect((await stat(staged)).size).toBe(bytes.length);
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(staged, longAgo, longAgo);
  }
  expect(await sweepUploads(system)).toBe(0);
  const shown = await fetch(`${instance.url}/api/media/${before}/original`, { headers: sender.headers });
  expect([shown.status, await shown.text()]).toEqual([503, expect.stringContaining("S3 server")]);

  isAway = false;
  expect(await readiness()).toEqual({ ready: true, missing: [] });
  // Its sender comes back for one of them, and nobody for the other.
  const fileId = (await sender.head(place)).headers.get("alcoves-file-id");
  expect(await sweepUploads(system)).toBe(1);
  const swept = await prisma.upload.findUniqueOrThrow({ where: { id: uploadIdOf(forsaken) } });
  for (const id of [fileId, swept.fileId]) {
    const answer = await fetch(`${instance.url}/api/media/${id}/original`, { headers: sender.headers });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  }
}, 120_000);
