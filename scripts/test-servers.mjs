// Keeps a PostgreSQL and a Redis for tests running until Ctrl-C, for a developer's quick loop:
//   node scripts/test-servers.mjs > /tmp/alcoves-test.env &   then   source /tmp/alcoves-test.env && npx vitest run packages/core
// Tests copy their databases from a template; when prisma/migrations changes, the template is migrated again.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { say, sayFailure } from "./prepare/say.mjs";
import { startServers } from "./prepare/servers.mjs";
import { hashMigrations, migrateDatabase, templateName } from "./prepare/test-template.mjs";

const folder = mkdtempSync(join(tmpdir(), "alcoves-test-servers-"));
// Closed by mkdtemp; the servers' own user must get through.
chmodSync(folder, 0o711);
const servers = await startServers({
  folder,
  durable: false,
  redisDatabases: 512,
  onGiveUp: sayFailure,
}).catch((error) => {
  sayFailure(error);
  process.exit(1);
});

let migrated = "";
async function migrateTemplate() {
  const hash = hashMigrations();
  if (hash === migrated) return;
  migrated = hash;
  await servers
    .databaseUrl(templateName, { fresh: true })
    .then(migrateDatabase)
    .then((applied) => say(`Template of the test databases: ${applied}`))
    .catch(sayFailure);
}

await migrateTemplate();
const timer = setInterval(migrateTemplate, 3000);
const serverUrl = new URL(await servers.databaseUrl(templateName));
console.log(`export ALCOVES_TEST_DATABASE_URL='${serverUrl.href}'`);
console.log(`export ALCOVES_TEST_REDIS_URL='${servers.redisUrl}'`);
say("Test servers are running; Ctrl-C stops them.");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    clearInterval(timer);
    await servers.stop();
    for (const path of [...servers.folders, folder]) rmSync(path, { recursive: true, force: true });
    process.exit(0);
  });
}
