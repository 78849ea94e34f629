import { inProject, root } from "../prepare/project.mjs";
import { runAloud } from "../prepare/run-command.mjs";
import { countCheck } from "./counts.mjs";

/** @param {import("../test.mjs").SuiteContext} context */
export async function runCheck({ env, filters }) {
  const { code, output } = await runAloud(process.execPath, [inProject("scripts/check.mjs"), ...filters], {
    cwd: root,
    env,
  });
  return countCheck(output, code);
}
