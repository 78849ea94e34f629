// Keeps a PostgreSQL and a Redis for tests running until Ctrl-C, for a developer's quick loop:
//   node scripts/test-servers.mjs > /tmp/alcoves-test.env &   then   source /tmp/alcoves-test.env && npx vitest run packages/core
// Tests copy their databases from a template; when prisma/migrations changes, the template is made again.

import { createHousehold } from "./prepare/household.mjs";
import { hashMigrations, migrateDatabase } from "./prepare/migrate-database.mjs";
import { say, sayFailure } from "./prepare/say.mjs";
import { stopOnSignals } from "./prepare/stop-on-signals.mjs";
import { makeTestFolder, removeFolders, startTestServers, sweepDeadRuns } from "./prepare/test-servers.mjs";

await sweepDeadRuns();
const { folder, folders, run } = await makeTestFolder();
const household = createHousehold({ onChange: run.note, onGiveUp: sayFailure });
const { leave } = stopOnSignals(household, () => removeFolders(folders));

async function keepServers() {
  const servers = await startTestServers(household, { folder, folders });
  let migrated = "";
  async function migrateTemplate() {
    const hash = hashMigrations();
    if (hash === migrated) return;
    migrated = hash;
    say(`Template of the test databases: ${await migrateDatabase(await servers.makeTemplate())}`);
  }
  await migrateTemplate();
  for (const [name, value] of Object.entries(servers.env)) console.log(`export ${name}='${value}'`);
  say("Test servers are running; Ctrl-C stops them.");
  setInterval(() => migrateTemplate().catch(sayFailure), 3000);
}

await keepServers().catch((error) => {
  sayFailure(error);
  return leave(1);
});
