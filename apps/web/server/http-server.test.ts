import { expect, it } from "vitest";
import { createHttpServer } from "./http-server.ts";

it("waits for a chunk of 50 MiB over a line of 64 kbit/s, and not for headers", () => {
  const server = createHttpServer();
  expect(server.requestTimeout).toBeGreaterThan((50 * 1024 * 1024 * 8 * 1_000) / 64_000);
  expect(server.headersTimeout).toBeLessThanOrEqual(60_000);
});
