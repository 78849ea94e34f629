import { orExit, readDatabaseUrl } from "@alcoves/config";
import { migrate } from "./migrate.ts";
import { DatabaseTooOld } from "./migrations/requirements.ts";

try {
  const applied = await migrate(orExit(() => readDatabaseUrl()));
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date");
  // The schema engine leaves a timer running for its lock, which would hold the process for ten more seconds.
  process.exit(0);
} catch (error) {
  if (!(error instanceof DatabaseTooOld)) throw error;
  console.error(error.message);
  process.exit(1);
}
