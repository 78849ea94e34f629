import { root } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { Failure } from "./say.mjs";

/**
 * Has packages/config judge the settings before anything is started, so that a wrong one is told once.
 * @param {NodeJS.ProcessEnv} env
 * @throws {Failure} naming every wrong or missing variable
 */
export async function checkConfig(env) {
  const script =
    'const { orExit, readConfig } = await import("@alcoves/config"); orExit(() => readConfig());';
  try {
    await runCommand(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      cwd: root,
      env,
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [message, ...advice] = error.advice.split("\n");
    throw new Failure(message ?? error.message, advice.join("\n"));
  }
}
