import { join } from "node:path";
import { ensureBuild } from "../prepare/build.mjs";
import { inProject } from "../prepare/project.mjs";
import { runAloud } from "../prepare/run-command.mjs";
import { step } from "../prepare/say.mjs";
import { startTestApp } from "../prepare/test-app.mjs";
import { countPlaywright } from "./counts.mjs";
import { readReport } from "./read-report.mjs";

/**
 * Tests in a browser, against the app as it is built and started for people.
 * @param {import("../test.mjs").SuiteContext} context
 */
export async function runE2e({ env, folder, servers, filters, chromium, household }) {
  if (!servers) throw new Error("e2e needs servers");
  await ensureBuild();
  const app = await step("Starting web and worker for the browser tests", () =>
    startTestApp(household, { env, folder, servers, log: inProject("test-results/app.log") }),
  );
  const report = join(folder, "playwright.json");
  const args = ["test", "--reporter=list,json", ...filters];
  const { code } = await runAloud(
    process.execPath,
    [inProject("node_modules/@playwright/test/cli.js"), ...args],
    {
      cwd: inProject("e2e"),
      env: {
        ...env,
        ...servers.env,
        ...app.env,
        ALCOVES_E2E_CHROMIUM: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  app.close();
  return countPlaywright(readReport(report), code);
}
