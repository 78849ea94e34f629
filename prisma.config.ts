import { defineConfig } from "prisma/config";

/** For the stock Prisma CLI (generate, format, validate). Migrations are run by packages/db/src/migrate.ts. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
