import { createServer } from "node:net";
import { expect, it } from "vitest";
import { findFreePort, isPortFree } from "./free-port.mjs";

it("keeps the preferred port while it is free, and takes another one when it is not", async () => {
  const port = await findFreePort();
  expect(await findFreePort(port)).toBe(port);
  const server = createServer();
  await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
  expect(await isPortFree(port)).toBe(false);
  const other = await findFreePort(port);
  expect(other).not.toBe(port);
  expect(await isPortFree(other)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  expect(await isPortFree(port)).toBe(true);
});
