import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { createOriginReader } from "./read-origin.ts";

let read = createOriginReader([]);
const server = createServer((request: IncomingMessage, response) => {
  response.end(JSON.stringify(read(request)));
});
await new Promise<void>((resolve) => server.listen(0, resolve));
afterAll(() => server.close());
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function addressOf(trustedProxies: string[], forwarded?: string): Promise<string | null> {
  read = createOriginReader(trustedProxies);
  const answer = await fetch(url, { headers: forwarded ? { "x-forwarded-for": forwarded } : {} });
  return ((await answer.json()) as { address: string | null }).address;
}

it("believes no forwarded header of a stranger", async () => {
  expect(await addressOf([])).toBe("127.0.0.1");
  expect(await addressOf([], "203.0.113.9")).toBe("127.0.0.1");
  expect(await addressOf(["10.0.0.0/8"], "203.0.113.9")).toBe("127.0.0.1");
});

it("believes a trusted proxy, and no further than it trusts itself", async () => {
  expect(await addressOf(["loopback"], "203.0.113.9")).toBe("203.0.113.9");
  expect(await addressOf(["loopback"], "6.6.6.6, 203.0.113.9")).toBe("203.0.113.9");
  expect(await addressOf(["127.0.0.1", "203.0.113.0/24"], "6.6.6.6, 203.0.113.9")).toBe("6.6.6.6");
});
