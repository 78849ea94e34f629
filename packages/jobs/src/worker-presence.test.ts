import { createTestRedis, eventually, startPrivateRedis } from "@alcoves/testing";
import { expect, it } from "vitest";
import { QueueAway } from "./queues.ts";
import { announceWorker, createWorkerList } from "./worker-presence.ts";

it("shows a worker from its first word to its good-bye", async () => {
  const { url } = await createTestRedis();
  const list = createWorkerList(url);
  const [one, other] = [
    announceWorker(url, { host: "attic", pid: 7 }),
    announceWorker(url, { host: "cellar", pid: 7 }),
  ];
  await eventually(async () =>
    expect((await list.read()).map(({ host, pid }) => ({ host, pid }))).toEqual([
      { host: "attic", pid: 7 },
      { host: "cellar", pid: 7 },
    ]),
  );
  await one.close();
  expect((await list.read()).map(({ host }) => host)).toEqual(["cellar"]);
  await other.close();
  list.close();
});

it("announces itself anew to a Redis that was away and forgot it", async () => {
  const redis = await startPrivateRedis({ amnesia: true });
  const list = createWorkerList(redis.url);
  const worker = announceWorker(redis.url, { host: "attic", pid: 7 });
  await eventually(async () => expect(await list.read()).toHaveLength(1));
  await redis.stop();
  await expect(list.read()).rejects.toThrow(QueueAway);
  await redis.start();
  await eventually(async () => expect(await list.read()).toHaveLength(1));
  await worker.close();
  list.close();
  await redis.close();
});
