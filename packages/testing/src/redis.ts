import { connectProducer } from "@alcoves/jobs/redis";
import { testServers } from "./servers.ts";

/** As many databases as scripts/test-servers.mjs and scripts/test.mjs give to Redis. Database 0 holds the counter. */
const databaseCount = 512;

/** A Redis database of one test file's own. */
export interface TestRedis {
  readonly url: string;
  /** Empties it. */
  drop(): Promise<void>;
}

/**
 * Hands out an empty Redis database that no other test file of the run has. Publish and subscribe go across databases in Redis:
 * a test that listens must look at what it hears.
 */
export async function createTestRedis(): Promise<TestRedis> {
  const { redisUrl } = testServers();
  const number = await withRedis(redisUrl, (redis) => redis.incr("alcoves:test:databases"));
  const url = new URL(redisUrl);
  url.pathname = `/${(number % (databaseCount - 1)) + 1}`;
  const drop = () => withRedis(url.href, async (redis) => void (await redis.flushdb()));
  await drop();
  return { url: url.href, drop };
}

async function withRedis<Result>(
  url: string,
  work: (redis: ReturnType<typeof connectProducer>) => Promise<Result>,
): Promise<Result> {
  const redis = connectProducer(url);
  try {
    if (redis.status !== "ready") await new Promise((resolve) => redis.once("ready", resolve));
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}
