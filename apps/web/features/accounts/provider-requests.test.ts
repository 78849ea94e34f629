import { createServer, get, type RequestOptions } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { isInside, providerRequest } from "./provider-requests.ts";

const issuer = "https://id.example.org";
const server = createServer((_, response) => response.end("here"));
await new Promise<void>((resolve) => server.listen(0, resolve));
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());

function read(url: string, options: RequestOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, options, (response) => {
      response.once("data", (bytes) => resolve(String(bytes)));
    }).once("error", reject);
  });
}

it.each([
  "127.0.0.1",
  "127.8.8.8",
  "0.0.0.0",
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "::",
  "::1",
  "::ffff:10.0.0.1",
  "::ffff:7f00:1",
  "64:ff9b::a00:1",
  "fd00::1",
  "fe80::1",
])("%s is inside", (address) => {
  expect(isInside(address)).toBe(true);
});

it.each([
  "8.8.8.8",
  "172.32.0.1",
  "100.128.0.1",
  "192.169.0.1",
  "64:ff9b::808:808",
  "2a00:1450:4001::200e",
  "::ffff:8.8.8.8",
])("%s is outside", (address) => {
  expect(isInside(address)).toBe(false);
});

it.each([
  "http://127.0.0.1/token",
  "http://2130706433/token",
  "http://0x7f.1/token",
  "http://[::1]/token",
  "http://[::ffff:10.0.0.1]/token",
  "http://169.254.169.254/latest",
])("%s is not asked when another host's document names it", (url) => {
  expect(() => providerRequest(issuer, new URL(url))).toThrow(/private address/);
});

it("does not connect to a name with a private address, but to the host that the operator named", async () => {
  const url = new URL(`http://localhost:${port}/token`);
  await expect(read(url.href, providerRequest(issuer, url))).rejects.toThrow(
    "localhost has a private address",
  );
  expect(await read(url.href, providerRequest("http://localhost:1", url))).toBe("here");
});
