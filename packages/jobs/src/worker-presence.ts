import { randomUUID } from "node:crypto";
import { z } from "zod";
import { answering } from "./queues.ts";
import { connectProducer } from "./redis.ts";

const key = "alcoves:workers";
const beatMs = 10_000;
/** A worker that has said nothing for so long is gone, or cut off from Redis. */
const silentMs = 25_000;

/** A worker that is at work or ready to be. */
export const PresentWorker = z.object({
  workerId: z.uuid(),
  host: z.string(),
  pid: z.number(),
  startedAtMs: z.number(),
});
export type PresentWorker = z.infer<typeof PresentWorker>;

/** Says every ten seconds that this worker is there. Best effort: while Redis is away nobody hears it. */
export function announceWorker(redisUrl: string, place: { host: string; pid: number }) {
  const redis = connectProducer(redisUrl);
  const self = JSON.stringify({ ...place, workerId: randomUUID(), startedAtMs: Date.now() });
  const beat = () => void redis.zadd(key, Date.now(), self).catch(() => {});
  redis.on("ready", beat);
  const timer = setInterval(beat, beatMs);
  return {
    /** Says good-bye, so that nobody waits for it. */
    async close() {
      clearInterval(timer);
      await redis.zrem(key, self).catch(() => {});
      redis.disconnect();
    },
  };
}

/** Tells which workers are there. */
export interface WorkerList {
  /** @returns them by host. @throws QueueAway when Redis does not answer */
  read(): Promise<PresentWorker[]>;
  close(): void;
}

/** Reads what workers say of themselves. */
export function createWorkerList(redisUrl: string): WorkerList {
  const redis = connectProducer(redisUrl);
  return {
    async read() {
      const since = Date.now() - silentMs;
      const [said] = await answering(
        Promise.all([redis.zrangebyscore(key, since, "+inf"), redis.zremrangebyscore(key, "-inf", since)]),
      );
      const workers = said.flatMap((text) => PresentWorker.safeParse(JSON.parse(text)).data ?? []);
      return workers.sort((a, b) => a.host.localeCompare(b.host) || a.startedAtMs - b.startedAtMs);
    },
    close: () => redis.disconnect(),
  };
}
