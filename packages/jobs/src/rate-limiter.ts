import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { connectProducer } from "./redis.ts";

/** How often something may happen for one key. */
export interface RateLimit {
  readonly name: string;
  readonly times: number;
  readonly perSeconds: number;
}

/** Counts in fixed windows over all processes; while Redis is away, each process counts for itself. */
export interface RateLimiter {
  /** Counts one more. @returns milliseconds until there may be another, 0 when this one may be */
  count(limit: RateLimit, key: string): Promise<number>;
  /** Counts nothing. @returns milliseconds until there may be another, 0 when there may be one now */
  wait(limit: RateLimit, key: string): Promise<number>;
  close(): Promise<void>;
}

/** Counters in Redis, under `alcoves:limit:<name>:<key>`. */
export function createRateLimiter(redisUrl: string): RateLimiter {
  const redis = connectProducer(redisUrl);
  const counters = new Map<string, RateLimiterRedis>();

  function counterOf({ name, times, perSeconds }: RateLimit): RateLimiterRedis {
    const known = counters.get(name);
    if (known) return known;
    const options = { keyPrefix: `alcoves:limit:${name}`, points: times, duration: perSeconds };
    const counter = new RateLimiterRedis({
      ...options,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(options),
    });
    counters.set(name, counter);
    return counter;
  }

  return {
    async count(limit, key) {
      try {
        await counterOf(limit).consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
        throw refusal;
      }
    },
    async wait(limit, key) {
      const counted = await counterOf(limit).get(key);
      return counted && counted.remainingPoints === 0 ? Math.max(1, counted.msBeforeNext) : 0;
    },
    async close() {
      redis.disconnect();
    },
  };
}
