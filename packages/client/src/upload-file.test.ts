import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPerson, startTestInstance, startTestServer } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { createAlcovesClient } from "./create-client.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const ada = await addPerson(instance);
const { libraryId } = ada;
const alcoves = createAlcovesClient({ url: instance.url, token: ada.token });
const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

it("uploads a stream of a known size, into folders that it makes, and tells how far it is", async () => {
  const bytes = randomBytes(3_000_000);
  const path = join(await mkdtemp(join(tmpdir(), "alcoves-client-")), "film.bin");
  await writeFile(path, bytes);
  const told: [number, number][] = [];
  const fileId = await alcoves.upload({
    source: createReadStream(path),
    sizeBytes: bytes.length,
    name: "film.bin",
    libraryId,
    path: "Trips/Rome",
    onProgress: (sent, total) => told.push([sent, total]),
  });
  const file = await alcoves.api.files.get.query({ libraryId, fileId });
  expect(file).toMatchObject({ name: "film.bin", sizeBytes: bytes.length, sha256: hashOf(bytes) });
  expect(file.folderId).not.toBeNull();
  expect(told.at(-1)).toEqual([bytes.length, bytes.length]);
  expect(told.map(([sent]) => sent)).toEqual(told.map(([sent]) => sent).sort((a, b) => a - b));
});

it("uploads a file without a byte", async () => {
  const fileId = await alcoves.upload({ source: Buffer.alloc(0), name: "empty.txt", libraryId });
  expect(await alcoves.api.files.get.query({ libraryId, fileId })).toMatchObject({ sizeBytes: 0 });
});

it("goes on by itself after the server was killed in the middle, to the hash of the source", async () => {
  const bytes = randomBytes(40 * 1024 * 1024);
  const first = await startTestServer(instance);
  const killed = { at: 0, server: undefined as ReturnType<typeof startTestServer> | undefined };
  const client = createAlcovesClient({ url: first.url, token: ada.token });
  const fileId = await client.upload({
    source: bytes,
    name: "large.bin",
    libraryId,
    onProgress(sent) {
      if (killed.at > 0 || sent < bytes.length / 4) return;
      killed.at = sent;
      killed.server = first.kill().then(() => startTestServer(instance, Number(new URL(first.url).port)));
    },
  });
  expect(killed.at).toBeGreaterThan(0);
  const file = await alcoves.api.files.get.query({ libraryId, fileId });
  expect(file).toMatchObject({ sizeBytes: bytes.length, sha256: hashOf(bytes) });
  await (await killed.server)?.kill();
}, 60_000);

it("makes one file of a small one whose answer was lost on its way", async () => {
  const bytes = randomBytes(50_000);
  const line = await startLineThatLoses("HTTP/1.1 201");
  const fileId = await createAlcovesClient({ url: line.url, token: ada.token }).upload({
    source: bytes,
    name: "twice.bin",
    libraryId,
  });
  line.close();
  expect(line.lost).toBe(1);
  const files = await instance.services.database.prisma.file.findMany({ where: { name: "twice.bin" } });
  expect(files.map(({ id }) => id)).toEqual([fileId]);
  expect(await alcoves.api.files.get.query({ libraryId, fileId })).toMatchObject({ sha256: hashOf(bytes) });
});

it("says in the server's words why an upload is refused", async () => {
  const missing = "00000000-0000-4000-8000-000000000000";
  const refused = alcoves.upload({ source: Buffer.from("x"), name: "x", libraryId: missing });
  await expect(refused).rejects.toThrow("This library does not exist");
});

/** A line to the instance that breaks as soon as the first answer of a kind comes through it. */
async function startLineThatLoses(answer: string) {
  const line = { url: "", lost: 0, close: () => void server.close() };
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(instance.url).port), "127.0.0.1");
    const breakOff = () => {
      client.destroy();
      upstream.destroy();
    };
    client.on("error", breakOff).on("close", breakOff).pipe(upstream);
    upstream.on("error", breakOff).on("close", breakOff);
    upstream.on("data", (bytes) => {
      if (line.lost === 0 && bytes.toString("latin1").startsWith(answer)) {
        line.lost += 1;
        breakOff();
      } else client.write(bytes);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (typeof address === "object" && address) line.url = `http://127.0.0.1:${address.port}`;
  return line;
}
