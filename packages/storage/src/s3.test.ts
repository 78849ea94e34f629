import { randomBytes } from "node:crypto";
import { mkdtemp, readdir } from "node:fs/promises";
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
async function storeOn(answer: RequestListener) {
  const other = createServer(answer);
  others.push(other);
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  return createS3BlobStore({
    ...server,
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

it("keeps no half of a blob that broke off on its way here", async () => {
  const breaking = await storeOn((_request, response) => {
    response.writeHead(200, { "content-length": "100000" });
    response.write(Buffer.alloc(50_000), () => response.destroy());
  });
  await expect(breaking.localPath("libraries/x", scratch)).rejects.toThrow();
  expect(await readdir(scratch)).toEqual([]);
});
