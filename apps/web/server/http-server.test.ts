import { once } from "node:events";
import { expect, it } from "vitest";
import { createHttpServer } from "./http-server.ts";

it("waits for a chunk of 50 MiB over a line of 64 kbit/s, and not for headers", () => {
  const server = createHttpServer();
  expect(server.requestTimeout).toBeGreaterThan((50 * 1024 * 1024 * 8 * 1_000) / 64_000);
  expect(server.headersTimeout).toBeLessThanOrEqual(60_000);
});

it("leaves it to proxies to close idle connections, of which the most patient take two minutes", async () => {
  const server = createHttpServer().on("request", (_, response) => response.end("here"));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : null;
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  await answer.text();
  expect(Number(/^timeout=(\d+)$/.exec(answer.headers.get("keep-alive") ?? "")?.[1])).toBeGreaterThan(120);
  server.closeAllConnections();
  server.close();
});
