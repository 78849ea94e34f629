import { randomUUID } from "node:crypto";
import { createTestRedis, eventually, startPrivateRedis } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";
import { createRateLimiter, type RateLimiter } from "./rate-limiter.ts";

const redis = await startPrivateRedis();
const shared = await createTestRedis();
const made: RateLimiter[] = [];
afterAll(async () => {
  for (const limiter of made) await limiter.close();
  await Promise.all([redis.close(), shared.drop()]);
});

function limiterOn(url: string): RateLimiter {
  const limiter = createRateLimiter(url);
  made.push(limiter);
  return limiter;
}

const three = { name: "three", times: 3, perSeconds: 60 };

it("lets exactly as many through as it may, however many come at once to however many processes", async () => {
  const [one, other] = [limiterOn(shared.url), limiterOn(shared.url)];
  const once = { ...three, name: "once", times: 1 };
  await eventually(async () => {
    const key = randomUUID();
    await one.count(once, key);
    expect(await other.count(once, key), "both are connected").toBeGreaterThan(0);
  });
  const waits = await Promise.all(
    Array.from({ length: 40 }, (_, place) => (place % 2 ? one : other).count(three, "ada")),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  for (const wait of waits) expect(wait).toBeLessThanOrEqual(60_000);
  expect(await other.wait(three, "ada")).toBeGreaterThan(0);
  expect(await other.wait(three, "zoe"), "nobody has counted").toBe(0);
  for (const wait of [0, 0, 0]) expect(await one.count(three, "zoe"), "looking counts nothing").toBe(wait);
  expect(await one.count(three, "eve"), "another key has a count of its own").toBe(0);
});

it("counts in memory while Redis is away, and never throws for it", async () => {
  const limiter = limiterOn(redis.url);
  await redis.stop();
  const waits: number[] = [];
  for (let time = 0; time < 5; time += 1) waits.push(await limiter.count(three, "ada"));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
  expect(waits.at(-1)).toBeGreaterThan(0);
  expect(await limiter.wait(three, "ada")).toBeGreaterThan(0);
  await redis.start();
});
