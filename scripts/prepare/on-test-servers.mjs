import { createHousehold } from "./household.mjs";
import { migrateDatabase } from "./migrate-database.mjs";
import { ensurePackages, quietEnvironment, requireNode } from "./packages.mjs";
import { inProject } from "./project.mjs";
import { runAloud } from "./run-command.mjs";
import { say, sayFailure, step } from "./say.mjs";
import { stopOnSignals } from "./stop-on-signals.mjs";
import { ensureSystem } from "./system.mjs";
import { makeTestFolder, removeFolders, startTestServers, sweepDeadRuns } from "./test-servers.mjs";

/**
 * @typedef {object} Ground
 * @property {string} folder removed in the end
 * @property {Awaited<ReturnType<typeof startTestServers>>} servers with a migrated template
 * @property {NodeJS.ProcessEnv} env for whoever uses the servers
 * @property {import("./household.mjs").Household} household
 */

/**
 * Prepares the machine as npm test does, works on servers of its own, and ends the process.
 * @param {(ground: Ground) => Promise<number>} work gives the exit code
 */
export async function onTestServers(work) {
  requireNode();
  await sweepDeadRuns();
  const { folder, folders, run } = await makeTestFolder();
  const household = createHousehold({ onChange: run.note, onGiveUp: sayFailure });
  const { leave, isLeaving } = stopOnSignals(household, () => removeFolders(folders), 130);
  try {
    await ensurePackages();
    await ensureSystem({ postgres: true, redis: true });
    const servers = await startTestServers(household, { folder, folders });
    await migrateDatabase(await servers.makeTemplate());
    const env = { ...process.env, ...quietEnvironment, ...servers.env };
    await leave(await work({ folder, servers, env, household }));
  } catch (error) {
    if (!isLeaving()) sayFailure(error);
    await leave(1);
  }
}

/**
 * Runs TypeScript files one after the other, each in a process of its own and to be heard.
 * @param {readonly string[]} files
 * @param {{ in: string, verb: string, env: NodeJS.ProcessEnv }} how `in` is their folder in the project
 * @returns {Promise<number>} 1 when one ended badly, else 0
 */
export async function runEach(files, how) {
  const failed = [];
  for (const file of files) {
    const { code } = await step(`${how.verb} ${file}`, () =>
      runAloud(process.execPath, ["--import", "tsx", file], { cwd: inProject(how.in), env: how.env }),
    );
    if (code !== 0) failed.push(file);
  }
  if (failed.length > 0) say(`Ended badly: ${failed.join(", ")}`);
  return failed.length > 0 ? 1 : 0;
}
