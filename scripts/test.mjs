// npm test: prepares the machine as npm start does, then checks, unit and integration tests, and tests in a browser, on servers of
// its own in a temporary folder. One suite, or a part of it: npm test -- --only unit packages/core
import { ensureChromium } from "./prepare/chromium.mjs";
import { createHousehold } from "./prepare/household.mjs";
import { migrateDatabase } from "./prepare/migrate-database.mjs";
import { ensurePackages, quietEnvironment, requireNode } from "./prepare/packages.mjs";
import { formatDuration, say, sayFailure, step } from "./prepare/say.mjs";
import { stopOnSignals } from "./prepare/stop-on-signals.mjs";
import { ensureSystem } from "./prepare/system.mjs";
import { makeTestFolder, removeFolders, startTestServers, sweepDeadRuns } from "./prepare/test-servers.mjs";
import { ensureTestTools } from "./prepare/test-tools.mjs";
import { readArguments } from "./suites/arguments.mjs";
import { addCounts, formatCounts } from "./suites/counts.mjs";
import { runCheck } from "./suites/run-check.mjs";
import { runE2e } from "./suites/run-e2e.mjs";
import { runUnit } from "./suites/run-unit.mjs";

/**
 * @typedef {object} SuiteContext
 * @property {NodeJS.ProcessEnv} env without the settings of a person's own Alcoves
 * @property {string} folder for reports and data, removed in the end
 * @property {Awaited<ReturnType<typeof startTestServers>>} [servers] not for check
 * @property {readonly string[]} filters what the person wants the suite narrowed to
 * @property {string} [chromium] path of the browser; undefined: Playwright's own
 * @property {import("./prepare/household.mjs").Household} household
 */

const runners = { check: runCheck, unit: runUnit, e2e: runE2e };

/** A person's own settings must not lead a test to their own photos. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("ALCOVES_") && name !== "NODE_ENV",
  );
  return { ...Object.fromEntries(kept), ...quietEnvironment };
}

async function test() {
  const startedAtMs = performance.now();
  requireNode();
  const { only, filters } = readArguments(process.argv.slice(2));
  await sweepDeadRuns();
  const { folder, run, folders } = await makeTestFolder();
  const household = createHousehold({ onChange: run.note, onGiveUp: sayFailure });
  const { leave, isLeaving } = stopOnSignals(household, () => removeFolders(folders), 130);
  try {
    await ensurePackages();
    const needsServers = only.some((name) => name !== "check");
    if (needsServers) await ensureSystem({ postgres: true, redis: true });
    if (only.includes("unit")) await ensureTestTools();
    const context = {
      ...{ env: cleanEnvironment(), folder, filters, household },
      chromium: only.includes("e2e") ? await ensureChromium() : undefined,
      servers: needsServers ? await prepareServers(household, { folder, folders }) : undefined,
    };
    const results = [];
    for (const name of only) {
      const counts = await step(`Running ${name}`, () => runners[name](context));
      say(`${name}: ${formatCounts(counts)}`);
      results.push(counts);
    }
    const total = addCounts(results);
    for (const name of total.skippedNames) say(`skipped: ${name}`);
    say(`All of it took ${formatDuration(performance.now() - startedAtMs)}.`);
    process.exitCode = total.failed > 0 ? 1 : 0;
    process.on("exit", () => console.log(formatCounts(total)));
    await leave(process.exitCode);
  } catch (error) {
    if (!isLeaving()) {
      sayFailure(error);
      process.on("exit", () => console.log("0 passed, 1 failed"));
    }
    await leave(1);
  }
}

/**
 * @param {import("./prepare/household.mjs").Household} household
 * @param {{ folder: string, folders: string[] }} where
 */
function prepareServers(household, where) {
  return step("Starting PostgreSQL and Redis for the tests", async () => {
    const servers = await startTestServers(household, where);
    await migrateDatabase(await servers.makeTemplate());
    return servers;
  });
}

await test().catch((error) => {
  sayFailure(error);
  process.exit(1);
});
