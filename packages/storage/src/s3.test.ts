import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { eventually, startTestS3 } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { describeBlobStore } from "./blob-store.contract.ts";
import { createS3BlobStore, partSizeOf } from "./s3.ts";

const server = await startTestS3();
const others: Server[] = [];
afterAll(async () => {
  await server.close();
  for (const each of others) {
    each.closeAllConnections();
    each.close();
  }
});
const store = createS3BlobStore(server);

describeBlobStore("an S3 bucket", () => store);

/** A store on a server that answers as the test says. */
async function storeOn(answer: RequestListener, pace: { patienceMs?: number } = {}) {
  const other = createServer(answer);
  others.push(other);
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  return createS3BlobStore({
    ...server,
    ...pace,
    endpoint: `http://127.0.0.1:${(other.address() as AddressInfo).port}`,
  });
}

type Store = ReturnType<typeof createS3BlobStore>;
const scratch = await mkdtemp(join(tmpdir(), "alcoves-s3-scratch-"));
const verbs: [string, (store: Store) => Promise<unknown>][] = [
  ["write", (on) => on.write("files/x", Buffer.from("x"))],
  [
    "write of a stream",
    (on) => on.write("files/x", Readable.from([randomBytes(6_000_000), randomBytes(6_000_000)])),
  ],
  ["read", (on) => on.read("files/x")],
  ["stat", (on) => on.stat("files/x")],
  ["remove", (on) => on.remove("files/x")],
  ["removePrefix", (on) => on.removePrefix("files/")],
  ["list", (on) => Readable.from(on.list("files/")).toArray()],
  ["localPath", (on) => on.localPath("files/x", scratch)],
  ["check", (on) => on.check()],
];

describe.each([
  ["is away", async () => createS3BlobStore({ ...server, endpoint: "http://127.0.0.1:1" })],
  ["has no name", async () => createS3BlobStore({ ...server, endpoint: "http://nowhere.invalid" })],
  ["is overloaded", () => storeOn((_request, response) => response.writeHead(503).end())],
  ["refuses our keys", () => storeOn((_request, response) => response.writeHead(403).end())],
])(
  "a server that %s",
  (_what, make) => {
    it.each(verbs)("is told of by %s as a storage that cannot be used now", async (_verb, ask) => {
      await expect(ask(await make())).rejects.toMatchObject({
        name: "StorageUnavailable",
        message: expect.stringMatching(/S3/),
      });
    });
  },
  60_000,
);

it("keeps no half of a blob that broke off on its way here, and says so", async () => {
  const breaking = await storeOn((_request, response) => {
    response.writeHead(200, { "content-length": "100000" });
    response.write(Buffer.alloc(50_000), () => response.destroy());
  });
  const wanted = { name: "StorageUnavailable" };
  await expect(breaking.localPath("files/x", scratch)).rejects.toMatchObject(wanted);
  await expect(breaking.readBuffer("files/x", 1_000_000)).rejects.toMatchObject(wanted);
  expect(await readdir(scratch)).toEqual([]);
});

it("does not wait for ever on a server that says nothing", async () => {
  const silent = await storeOn(() => {}, { patienceMs: 300 });
  await expect(silent.stat("files/x")).rejects.toMatchObject({ name: "StorageUnavailable" });
  await expect(silent.check()).rejects.toMatchObject({ name: "StorageUnavailable" });
}, 60_000);

it("tells of blobs that the server would not delete", async () => {
  const keeping = await storeOn((request, response) => {
    const listed = "<Contents><Key>files/x/1</Key></Contents>";
    const refused = "<Error><Key>files/x/1</Key><Code>AccessDenied</Code><Message>Locked</Message></Error>";
    response.writeHead(200, { "content-type": "application/xml" });
    if (request.method === "GET") response.end(`<ListBucketResult>${listed}</ListBucketResult>`);
    else response.end(`<DeleteResult>${refused}</DeleteResult>`);
  });
  await expect(keeping.removePrefix("files/x/")).rejects.toMatchObject({
    name: "StorageUnavailable",
    message: expect.stringContaining("files/x/1"),
  });
});

it("shows nothing of a file that the server kept only a part of, and leaves it where it was", async () => {
  const asked: string[] = [];
  const shortening = await storeOn((request, response) => {
    asked.push(request.method ?? "");
    request.resume();
    request.on("end", () => {
      if (request.method === "HEAD") response.writeHead(200, { "content-length": "3" });
      response.end();
    });
  });
  const path = join(scratch, "upload");
  await writeFile(path, "whole");
  await expect(shortening.adopt(path, "files/x")).rejects.toMatchObject({ name: "StorageUnavailable" });
  expect(asked).toEqual(["PUT", "HEAD", "DELETE"]);
  await rm(path);
});

it("cuts the largest file into no more parts than a server takes", () => {
  for (const sizeBytes of [0, 1, 50e9, 100 * 1024 ** 3, 5 * 1024 ** 4]) {
    const partBytes = partSizeOf(sizeBytes);
    expect(Math.ceil(sizeBytes / partBytes)).toBeLessThanOrEqual(10_000);
    expect(partBytes).toBeGreaterThanOrEqual(5 * 1024 * 1024);
    expect(partBytes).toBeLessThanOrEqual(5 * 1024 ** 3);
  }
});

it("takes its parts along when a large write breaks off", async () => {
  const asked: string[] = [];
  const recording = await storeOn((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://s3");
    asked.push(`${request.method} ${[...searchParams.keys()].filter((name) => name !== "x-id")}`);
    request.resume();
    request.on("end", () => {
      response.setHeader("etag", '"part"');
      const begun = "<InitiateMultipartUploadResult><UploadId>7</UploadId></InitiateMultipartUploadResult>";
      if (request.method === "DELETE") response.statusCode = 204;
      response.end(request.method === "POST" ? begun : "");
    });
  });
  const breaking = Readable.from(
    (async function* () {
      for (let part = 0; part < 3; part += 1) yield randomBytes(5 * 1024 * 1024);
      throw new Error("the sender left");
    })(),
  );
  await expect(recording.write("files/x", breaking)).rejects.toThrow("the sender left");
  await eventually(async () => expect(asked).toContain("DELETE uploadId"));
  expect(asked).toContain("POST uploads");
});

it("writes without a condition where the server knows none, from the second time on", async () => {
  const conditions: (string | undefined)[] = [];
  const simple = await storeOn((request, response) => {
    request.resume();
    request.on("end", () => {
      if (request.method === "HEAD") return response.writeHead(conditions.length > 1 ? 200 : 404).end();
      conditions.push(request.headers["if-none-match"]);
      response.writeHead(request.headers["if-none-match"] ? 501 : 200).end();
    });
  });
  const write = () => simple.write("files/x", Buffer.from("x"), { ifAbsent: true });
  await expect(write()).rejects.toMatchObject({ name: "StorageUnavailable" });
  await expect(write()).resolves.toBeDefined();
  expect(conditions.at(-1)).toBeUndefined();
  await expect(write()).rejects.toMatchObject({ name: "BlobExists" });
});

it("gives addresses to read from it directly only where the operator has allowed it", async () => {
  const read = { contentType: "video/mp4", contentDisposition: "inline", seconds: 300 };
  expect([store.directUrl("files/x", read), await store.directOrigin()]).toEqual([null, null]);
  const direct = createS3BlobStore({ ...server, directReads: true });
  expect(await direct.directOrigin()).toBe(server.endpoint);
  await direct.write("files/direct", Buffer.from("0123456789"));
  const address = (await direct.directUrl("files/direct", read)) ?? "";
  const answer = await fetch(address, { headers: { range: "bytes=2-4" } });
  expect([answer.status, await answer.text()]).toEqual([206, "234"]);
  expect(answer.headers.get("content-type")).toBe("video/mp4");
  await expect(direct.directUrl("../x", read)).rejects.toMatchObject({ name: "InvalidKey" });
  const amazon = createS3BlobStore({ bucket: "photos", region: "eu-central-1", directReads: true, ...keys });
  expect(await amazon.directOrigin()).toBe("https://photos.s3.eu-central-1.amazonaws.com");
});

const keys = { accessKeyId: "a", secretAccessKey: "b" };
