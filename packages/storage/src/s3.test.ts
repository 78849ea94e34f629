import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { startTestS3 } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";
import { describeBlobStore } from "./blob-store.contract.ts";
import { createS3BlobStore } from "./s3.ts";

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
  ["write", (on) => on.write("libraries/x", Buffer.from("x"))],
  [
    "write of a stream",
    (on) => on.write("libraries/x", Readable.from([randomBytes(6_000_000), randomBytes(6_000_000)])),
  ],
  ["read", (on) => on.read("libraries/x")],
  ["stat", (on) => on.stat("libraries/x")],
  ["remove", (on) => on.remove("libraries/x")],
  ["removePrefix", (on) => on.removePrefix("libraries/")],
  ["list", (on) => Readable.from(on.list("libraries/")).toArray()],
  ["localPath", (on) => on.localPath("libraries/x", scratch)],
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
  await expect(breaking.localPath("libraries/x", scratch)).rejects.toMatchObject(wanted);
  await expect(breaking.readBuffer("libraries/x", 1_000_000)).rejects.toMatchObject(wanted);
  expect(await readdir(scratch)).toEqual([]);
});

it("does not wait for ever on a server that says nothing", async () => {
  const silent = await storeOn(() => {}, { patienceMs: 300 });
  await expect(silent.stat("libraries/x")).rejects.toMatchObject({ name: "StorageUnavailable" });
  await expect(silent.check()).rejects.toMatchObject({ name: "StorageUnavailable" });
}, 60_000);

it("tells of blobs that the server would not delete", async () => {
  const keeping = await storeOn((request, response) => {
    const listed = "<Contents><Key>libraries/x/1</Key></Contents>";
    const refused =
      "<Error><Key>libraries/x/1</Key><Code>AccessDenied</Code><Message>Locked</Message></Error>";
    response.writeHead(200, { "content-type": "application/xml" });
    if (request.method === "GET") response.end(`<ListBucketResult>${listed}</ListBucketResult>`);
    else response.end(`<DeleteResult>${refused}</DeleteResult>`);
  });
  await expect(keeping.removePrefix("libraries/x/")).rejects.toMatchObject({
    name: "StorageUnavailable",
    message: expect.stringContaining("libraries/x/1"),
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
  await expect(shortening.adopt(path, "libraries/x")).rejects.toMatchObject({ name: "StorageUnavailable" });
  expect(asked).toEqual(["PUT", "HEAD", "DELETE"]);
  await rm(path);
});
