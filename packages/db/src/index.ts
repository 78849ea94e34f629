export { isDatabaseAway } from "./away.ts";
export { createDatabase, type Database, type PrismaHandle, type SqlReader } from "./client.ts";
export { isDeadlock } from "./deadlock.ts";
export { Prisma } from "./generated/client.ts";
export { migrate } from "./migrate.ts";
export { DatabaseTooOld } from "./migrations/requirements.ts";
