// npm run bench: measures the ratios of bench/*.ts, each against its comparator in the same run. Some of them: npm run bench -- r1 r18
import { readdirSync } from "node:fs";
import { ensureBuild } from "./prepare/build.mjs";
import { createHousehold } from "./prepare/household.mjs";
import { migrateDatabase } from "./prepare/migrate-database.mjs";
import { ensurePackages, quietEnvironment, requireNode } from "./prepare/packages.mjs";
import { inProject } from "./prepare/project.mjs";
import { runAloud } from "./prepare/run-command.mjs";
import { Failure, say, sayFailure, step } from "./prepare/say.mjs";
import { stopOnSignals } from "./prepare/stop-on-signals.mjs";
import { ensureSystem } from "./prepare/system.mjs";
import { startTestApp } from "./prepare/test-app.mjs";
import { makeTestFolder, removeFolders, startTestServers, sweepDeadRuns } from "./prepare/test-servers.mjs";

/** @param {readonly string[]} wanted starts of file names; none: all */
function listBenches(wanted) {
  const files = readdirSync(inProject("bench")).filter(
    (name) => /^r\d+.*\.ts$/.test(name) && !name.endsWith(".test.ts"),
  );
  const chosen = files.filter(
    (name) => wanted.length === 0 || wanted.some((start) => new RegExp(`^${start}\\b`).test(name)),
  );
  if (chosen.length > 0) return chosen.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  throw new Failure(`No bench of that name.`, `There are: ${files.join(", ")}`);
}

async function bench() {
  requireNode();
  const files = listBenches(process.argv.slice(2));
  await sweepDeadRuns();
  const { folder, folders, run } = await makeTestFolder();
  const household = createHousehold({ onChange: run.note, onGiveUp: sayFailure });
  const { leave, isLeaving } = stopOnSignals(household, () => removeFolders(folders), 130);
  try {
    await ensurePackages();
    await ensureSystem({ postgres: true, redis: true });
    const servers = await startTestServers(household, { folder, folders });
    await migrateDatabase(await servers.makeTemplate());
    await ensureBuild();
    const env = { ...process.env, ...quietEnvironment };
    const app = await step("Starting web and worker", () =>
      startTestApp(household, { env, folder, servers, log: inProject("test-results/bench.log") }),
    );
    const failed = [];
    for (const file of files) {
      const options = {
        cwd: inProject("bench"),
        env: { ...env, ...servers.env, ...app.env, NODE_ENV: "production" },
      };
      const { code } = await step(`Measuring ${file}`, () =>
        runAloud(process.execPath, ["--import", "tsx", file], options),
      );
      if (code !== 0) failed.push(file);
    }
    if (failed.length > 0) say(`Ended badly: ${failed.join(", ")}`);
    await leave(failed.length > 0 ? 1 : 0);
  } catch (error) {
    if (!isLeaving()) sayFailure(error);
    await leave(1);
  }
}

await bench().catch((error) => {
  sayFailure(error);
  process.exit(1);
});
