import { Redis } from "ioredis";

/**
 * A connection for producers: it answers or fails within about a second, so that a request never hangs on Redis.
 * @param url redis:// or rediss://
 */
export function connectProducer(url: string): Redis {
  return watched(
    new Redis(url, {
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      connectTimeout: 2_000,
      commandTimeout: 2_000,
      retryStrategy: (tries) => Math.min(250 * tries, 2_000),
    }),
  );
}

/** A connection for consumers and subscribers: it waits as long as Redis is away (BullMQ asks for null retries). */
export function connectConsumer(url: string): Redis {
  return watched(
    new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (tries) => Math.min(250 * tries, 2_000) }),
  );
}

/** Without a listener a lost connection would end the process; health tells of it, and the client reconnects by itself. */
function watched(redis: Redis): Redis {
  redis.on("error", () => {});
  return redis;
}
