import { type AddressInfo, createServer, type Socket } from "node:net";
import { createBlobStore } from "@alcoves/storage";
import { startTestInstance } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { checkHealth } from "./health.ts";

const instance = await startTestInstance();
const callers = new Set<Socket>();
const silent = createServer((caller) => callers.add(caller));
afterAll(async () => {
  for (const caller of callers) caller.destroy();
  silent.close();
  await instance.close();
});

it("finds nothing missing where all is well", async () => {
  expect(await checkHealth(instance.services)).toEqual({ ok: true, ready: true, missing: [] });
});

it("names a storage that takes the call and says nothing, and does not wait for it for ever", async () => {
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const storage = createBlobStore({
    driver: "s3",
    bucket: "alcoves",
    region: "us-east-1",
    endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    accessKeyId: "key",
    secretAccessKey: "secret",
  });
  const health = await checkHealth({ ...instance.services, storage });
  expect(health).toEqual({ ok: false, ready: true, missing: ["storage"] });
});
