import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { contentSecurityPolicy, isEmbed, secure, workerSecurityPolicy } from "./security-headers.ts";

it("drops headers that only we may set, and sets those that every answer carries", async () => {
  const server = createServer((request, response) => {
    secure(request, response, true);
    response.end(JSON.stringify(request.headers));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const forged = { "x-middleware-subrequest": "x", "x-nonce": "mine", "x-http-method-override": "DELETE" };
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: forged });
  const secret = await fetch(`http://127.0.0.1:${port}/reset/token`);
  const share = await fetch(`http://127.0.0.1:${port}/s/token`);
  const embed = await fetch(`http://127.0.0.1:${port}/s/token/embed?x`);
  server.close();
  expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  expect(secret.headers.get("referrer-policy")).toBe("no-referrer");
  expect(share.headers.get("referrer-policy")).toBe("no-referrer");
  expect(share.headers.get("x-robots-tag")).toBe("noindex, nofollow");
  expect([share, embed].map(({ headers }) => headers.get("x-frame-options"))).toEqual(["DENY", null]);
  const seen = await answer.json();
  for (const name of Object.keys(forged)) expect(seen).not.toHaveProperty(name);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("x-frame-options")).toBe("DENY");
  expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
});

it("lets no inline script, no other host and no frame into a page", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", dev: false, mediaOrigin: null, tilesOrigin: null });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
});

it("lets other sites frame the player of a share, and no other page", () => {
  const rules = { nonce: "abc", dev: false, mediaOrigin: null, tilesOrigin: null };
  expect(contentSecurityPolicy({ ...rules, isEmbed: true })).toContain("frame-ancestors *");
  expect(["/s/abc/embed", "/s/abc/embed?x=1"].map(isEmbed)).toEqual([true, true]);
  for (const url of ["/", "/s/abc", "/s/abc/embed/x", "/l/s/abc/embed", "/s/a/b/embed", "/s//embed"])
    expect(isEmbed(url), url).toBe(false);
});

it("lets bytes of files in from the S3 server that sends them, and nothing else of it", () => {
  const mediaOrigin = "https://s3.example.org";
  const rules = contentSecurityPolicy({ nonce: "abc", dev: false, mediaOrigin, tilesOrigin: null }).split(
    "; ",
  );
  const allowing = rules.filter((rule) => rule.includes(mediaOrigin)).map((rule) => rule.split(" ")[0]);
  expect(allowing).toEqual(["img-src", "media-src", "connect-src"]);
});

it("lets scripts fetch tiles of the map where the operator has named some, and nothing else of there", () => {
  const tilesOrigin = "https://tiles.example.org";
  const rules = contentSecurityPolicy({ nonce: "abc", dev: false, mediaOrigin: null, tilesOrigin }).split(
    "; ",
  );
  const allowing = rules.filter((rule) => rule.includes(tilesOrigin)).map((rule) => rule.split(" ")[0]);
  expect(allowing).toEqual(["connect-src"]);
});

it("lets a worker load our own scripts and run WebAssembly, and reach nothing", () => {
  expect(contentSecurityPolicy({ nonce: "abc", dev: false, mediaOrigin: null, tilesOrigin: null })).toContain(
    "worker-src 'self';",
  );
  expect(workerSecurityPolicy({ dev: false })).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
  );
});
