import { createHash, randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  addPerson,
  createTusSender,
  eventually,
  startTestInstance,
  startTestServer,
  uploadIdOf,
} from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const ada = await addPerson(instance);
const bytes = randomBytes(12 * 1024 * 1024);
const hash = createHash("sha256").update(bytes).digest("hex");

/** A PATCH whose body is written piece by piece, so that a server can die in the middle of it. */
function openPatch(place: string, offset = 0) {
  const { headers } = createTusSender({ ...instance, ...ada });
  const sending = request(place, {
    method: "PATCH",
    headers: {
      ...headers,
      "upload-offset": String(offset),
      "content-type": "application/offset+octet-stream",
      "content-length": bytes.length - offset,
    },
  });
  sending.on("error", () => {}); // the death of the server is what the test is about
  return sending;
}

const stagedSize = async (place: string) =>
  (await stat(join(instance.config.dataPath, "uploads", uploadIdOf(place)))).size;

async function expectWhole(fileId: string | null): Promise<void> {
  const file = await prisma.file.findUniqueOrThrow({ where: { id: fileId ?? "" } });
  expect(file.sizeBytes).toBe(BigInt(bytes.length));
  const answer = await fetch(`${instance.url}/api/media/${file.id}/original`, {
    headers: { authorization: `Bearer ${ada.token}` },
  });
  const stored = Buffer.from(await answer.arrayBuffer());
  expect(createHash("sha256").update(stored).digest("hex")).toBe(hash);
  if (file.sha256) expect(Buffer.from(file.sha256).toString("hex")).toBe(hash);
  else expect(file.hashStatus).toBe("queued");
}

it("an upload goes on after the server was killed in the middle of a request, to the hash of the source", async () => {
  const first = await startTestServer(instance);
  const place = await createTusSender({ ...first, ...ada }).begin(bytes.length);
  const sending = openPatch(place);
  sending.write(bytes.subarray(0, 5_000_000));
  await eventually(async () => expect(await stagedSize(place)).toBeGreaterThan(1_000_000));
  await first.kill();
  sending.destroy();

  const second = await startTestServer(instance, Number(new URL(first.url).port));
  const sender = createTusSender({ ...second, ...ada });
  const offset = Number((await sender.head(place)).headers.get("upload-offset"));
  expect(offset).toBeGreaterThan(1_000_000);
  expect(offset).toBeLessThan(bytes.length);
  const last = await sender.patch(place, bytes.subarray(offset), offset);
  const fileId = last.headers.get("alcoves-file-id");
  const { sha256 } = await prisma.file.findUniqueOrThrow({ where: { id: fileId ?? "" } });
  expect(Buffer.from(sha256 ?? []).toString("hex")).toBe(hash);
  await expectWhole(fileId);
  await second.kill();
}, 90_000);

it.each([
  // Finishing first reads the upload's row, then moves the bytes, then writes the file's row.
  ["its bytes were moved", "uploads", "ACCESS EXCLUSIVE"],
  ["its row was written", "files", "EXCLUSIVE"],
] as const)(
  "an upload is finished after the server was killed before %s",
  async (_name, table, lock) => {
    const first = await startTestServer(instance);
    const place = await createTusSender({ ...first, ...ada }).begin(bytes.length);
    const sending = openPatch(place);
    sending.write(bytes.subarray(0, -1));
    await eventually(async () => expect(await stagedSize(place)).toBe(bytes.length - 1));
    await prisma.$transaction(
      async (holding) => {
        await holding.$executeRawUnsafe(`LOCK TABLE ${table} IN ${lock} MODE`);
        sending.end(bytes.subarray(-1));
        if (table === "uploads")
          await eventually(async () => expect(await stagedSize(place)).toBe(bytes.length));
        else await eventually(() => expect(stagedSize(place)).rejects.toThrow("ENOENT"));
        await sleep(300);
        await first.kill();
      },
      { timeout: 60_000 },
    );
    sending.destroy();
    const { finishedAt } = await prisma.upload.findUniqueOrThrow({ where: { id: uploadIdOf(place) } });
    expect(finishedAt).toBeNull();

    const second = await startTestServer(instance, Number(new URL(first.url).port));
    const answer = await createTusSender({ ...second, ...ada }).head(place);
    expect(answer.headers.get("upload-offset")).toBe(String(bytes.length));
    await expectWhole(answer.headers.get("alcoves-file-id"));
    await second.kill();
  },
  90_000,
);
