import { join } from "node:path";
import { inProject, root } from "../prepare/project.mjs";
import { runAloud } from "../prepare/run-command.mjs";
import { countVitest } from "./counts.mjs";
import { readReport } from "./read-report.mjs";

/**
 * Unit and integration tests.
 * @param {import("../test.mjs").SuiteContext} context
 */
export async function runUnit({ env, folder, servers, filters }) {
  const report = join(folder, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...filters];
  const { code } = await runAloud(process.execPath, [inProject("node_modules/vitest/vitest.mjs"), ...args], {
    cwd: root,
    env: { ...env, ...servers?.env },
  });
  return countVitest(readReport(report), code);
}
