// npm run migrate: brings the database to the newest schema without starting Alcoves. `npm start` does it too.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createHousehold } from "./prepare/household.mjs";
import { migrateDatabase } from "./prepare/migrate-database.mjs";
import { ensurePackages, requireNode } from "./prepare/packages.mjs";
import { dataPath, inProject, readVariable } from "./prepare/project.mjs";
import { claimRun } from "./prepare/run-record.mjs";
import { say, sayFailure } from "./prepare/say.mjs";
import { startServers } from "./prepare/servers.mjs";
import { stopOnSignals } from "./prepare/stop-on-signals.mjs";
import { ensureSystem } from "./prepare/system.mjs";

async function migrate() {
  requireNode();
  if (existsSync(inProject(".env"))) process.loadEnvFile(inProject(".env"));
  await ensurePackages();
  const given = readVariable("ALCOVES_DATABASE_URL");
  if (given) {
    say(await migrateDatabase(given));
    return;
  }
  const run = await claimRun(join(dataPath(), "run.json"));
  const household = createHousehold({ onChange: run.note });
  const { leave } = stopOnSignals(household, run.release);
  try {
    await ensureSystem({ postgres: true, redis: false });
    const servers = await startServers({ folder: dataPath(), household, redis: false });
    say(await migrateDatabase(await servers.databaseUrl("alcoves")));
    await leave(0);
  } catch (error) {
    sayFailure(error);
    await leave(1);
  }
}

await migrate().catch((error) => {
  sayFailure(error);
  process.exit(1);
});
