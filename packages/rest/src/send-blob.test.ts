import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { eventually, startTestInstance } from "@alcoves/testing";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, expect, it } from "vitest";
import type { RestEnv } from "./door.ts";
import { keepSentMark } from "./keep-sent-mark.ts";
import { sendBlob } from "./send-blob.ts";

const instance = await startTestInstance();
const { storage } = instance.services;
const opened: Readable[] = [];
let mayRead = Promise.resolve();

/** The real store; reading waits until the test lets it. */
const watched = {
  ...storage,
  async read(...asked: Parameters<typeof storage.read>) {
    await mayRead;
    const blob = await storage.read(...asked);
    opened.push(blob.stream);
    return blob;
  },
};

const key = "files/sent";
await storage.write(key, Buffer.alloc(4_000_000, "abc"));
const app = new Hono<RestEnv>();
app.get("/blob", (c) => sendBlob(c, watched, { key, etag: '"x"', mimeType: "text/plain", headers: {} }));
keepSentMark(app);
const answer = getRequestListener(app.fetch);
const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await instance.close();
});
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/blob`;

/** A stream that was opened and never closed keeps a file open for ever. */
async function expectClosed(): Promise<void> {
  await eventually(async () => {
    expect(opened.length).toBeGreaterThan(0);
    expect(opened.map((stream) => stream.closed)).toEqual(opened.map(() => true));
  }, 3_000);
  opened.length = 0;
}

it("closes the blob when the reader leaves in the middle", async () => {
  const asking = request(url).end();
  const [incoming] = await once(asking, "response");
  await once(incoming, "data");
  asking.on("error", () => {});
  asking.destroy();
  await expectClosed();
});

it("closes the blob when the reader had left before it was opened", async () => {
  let open = () => {};
  mayRead = new Promise((resolve) => {
    open = resolve;
  });
  const asking = request(url).end();
  asking.on("error", () => {});
  await sleep(100);
  asking.destroy();
  await sleep(100);
  open();
  await expectClosed();
});

it("answers HEAD as GET without the bytes, whole also when a part is asked for, on a line that goes on", async () => {
  mayRead = Promise.resolve();
  for (let times = 0; times < 3; times += 1) {
    // RFC 9110, 14.2: a range means something to GET alone.
    const answer = await fetch(url, { method: "HEAD", headers: { range: "bytes=0-1" } });
    expect([answer.status, answer.headers.get("content-length")]).toEqual([200, "4000000"]);
    expect(answer.headers.get("accept-ranges")).toBe("bytes");
  }
  await expectClosed();
});

it("says nothing has changed to whoever knows it, whatever else they ask", async () => {
  for (const known of ['"x"', 'W/"x"', '"a", "x"', "*"]) {
    const answer = await fetch(url, { headers: { "if-none-match": known, range: "bytes=0-1" } });
    expect(answer.status, known).toBe(304);
  }
  const other = await fetch(url, { headers: { "if-none-match": '"y"', range: "bytes=0-1" } });
  expect([other.status, await other.text()]).toEqual([206, "ab"]);
});

it("sends a part only of the version that the reader has", async () => {
  const asked = (ifRange: string) => fetch(url, { headers: { range: "bytes=0-1", "if-range": ifRange } });
  expect((await asked('"x"')).status).toBe(206);
  // Weak tags and dates promise too little (RFC 9110, 13.1.5): the whole is never wrong.
  for (const other of ['W/"x"', '"y"', "Sat, 01 Jan 2028 00:00:00 GMT", ""]) {
    const answer = await asked(other);
    await answer.body?.cancel();
    expect(answer.status, other).toBe(200);
  }
});
