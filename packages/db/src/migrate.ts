import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { withSchemaEngine } from "./migrations/engine.ts";
import { readMigrations } from "./migrations/folder.ts";
import { readServerFacts, requireServer } from "./migrations/requirements.ts";

const filters = { externalTables: [], externalEnums: [] };

/**
 * Brings the database to the newest schema. Safe to call from many processes at once: the schema engine holds an
 * advisory lock, and those that come later find nothing left to do.
 * @returns names of the migrations applied by this call
 * @throws DatabaseTooOld when the server or pgvector is too old
 */
export async function migrate(url: string, migrations: MigrationList = readMigrations()): Promise<string[]> {
  requireServer(await readServerFacts(url));
  const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList: migrations, filters }),
  );
  return appliedMigrationNames;
}
