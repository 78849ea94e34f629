import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Absolute path of the folder that holds schema.prisma and migrations/. */
export const prismaFolder = fileURLToPath(new URL("../../../../prisma", import.meta.url));

/** The text of schema.prisma. */
export function schemaText(): string {
  return readFileSync(join(prismaFolder, "schema.prisma"), "utf8");
}

/**
 * The migrations in the order they are applied, in the shape the schema engine reads.
 * @param folder holds `<time>_<name>/migration.sql` folders, Prisma's own layout
 */
export function readMigrations(folder = join(prismaFolder, "migrations")): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(folder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
