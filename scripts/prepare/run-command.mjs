import { spawn, spawnSync } from "node:child_process";
import { Failure } from "./say.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends the commands that are running, because the run they belong to ends. */
export function stopCommands() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a command to its end, quietly.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions & { task?: string, advice?: string }} [options]
 *   `task` names in a failure what was being done ("The build"), `advice` what to do about it
 * @returns {Promise<string>} what it wrote to stdout
 * @throws {Failure} with the last lines it wrote, when it cannot be started or ends with a code other than 0
 */
export function runCommand(command, args, { task, advice = "", ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    running.add(child);
    let stdout = "";
    let said = "";
    child.stdout?.on("data", (chunk) => {
      stdout += chunk;
      said += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      said += chunk;
    });
    const fail = (/** @type {string} */ how) => {
      const heard = abridge(said);
      const what = task ? `${task} failed:` : `${[command, args[0]].join(" ")}:`;
      reject(new Failure(`${what} ${how}`, [heard, advice].filter(Boolean).join("\n")));
    };
    child.on("error", (error) => fail(`it could not be started: ${error.message}`));
    child.on("exit", () => running.delete(child));
    child.on("close", (code, signal) =>
      code === 0 ? resolve(stdout) : fail(`it ended with ${signal ?? `code ${code}`}.`),
    );
  });
}

/**
 * The cause of a failure stands near the start of some programs' output (npm) and at the end of others' (compilers).
 * @param {string} text
 */
function abridge(text) {
  const lines = text.trim().split("\n");
  return (lines.length <= 30 ? lines : [...lines.slice(0, 10), "[...]", ...lines.slice(-18)]).join("\n");
}

/**
 * Runs a command to its end and lets it be heard.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>} its exit code (1 when a signal ended it) and the end of its stdout
 */
export function runAloud(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
    running.add(child);
    let output = "";
    child.stdout.on("data", (chunk) => {
      output = `${output}${chunk}`.slice(-4000);
      process.stdout.write(chunk);
    });
    child.on("error", reject);
    child.on("exit", () => running.delete(child));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a short command and hands back what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {string | undefined} stdout and stderr together, trimmed; undefined when it is missing or failed
 */
export function readCommand(command, args) {
  const result = spawnSync(command, args, {
    encoding: "utf8",
    timeout: 20_000,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return result.status === 0 ? `${result.stdout}${result.stderr}`.trim() : undefined;
}
