import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { orExit, readDatabaseUrl } from "@alcoves/config";
import { draftMigration } from "./migrations/draft.ts";
import { prismaFolder } from "./migrations/folder.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run new-migration --workspace @alcoves/db -- add_something");
  process.exit(1);
}
const sql = await draftMigration(orExit(() => readDatabaseUrl()));
if (sql === "") {
  console.log("schema.prisma and the migrations agree: nothing to write");
} else {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(prismaFolder, "migrations", `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  console.log(`Wrote ${folder}/migration.sql: read it, add partial indexes by hand, commit it`);
}
