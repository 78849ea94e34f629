export { createEmptyDatabase, createTestDatabase, type TestDatabase } from "./database.ts";
export { findFreePort } from "./free-port.ts";
export { type PrivateRedis, startPrivateRedis } from "./private-redis.ts";
export { createTestRedis, type TestRedis } from "./redis.ts";
export { startTestS3, type TestS3 } from "./s3.ts";
export { type TestServers, testServers } from "./servers.ts";
