import { orExit, readDatabaseUrl } from "@alcoves/config";
import { migrate } from "./migrate.ts";
import { DatabaseTooOld } from "./migrations/requirements.ts";

try {
  const applied = await migrate(orExit(() => readDatabaseUrl()));
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date");
} catch (error) {
  if (!(error instanceof DatabaseTooOld)) throw error;
  console.error(error.message);
  process.exit(1);
}
