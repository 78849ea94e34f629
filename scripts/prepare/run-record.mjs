import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { shutdownOrder } from "./household.mjs";
import { endProcess, identifyProcess, isSameProcess } from "./process-identity.mjs";
import { Failure, say } from "./say.mjs";

/**
 * @typedef {{ pid: number, identity: string }} Running
 * @typedef {{ starter: Running, children: Record<string, Running> }} Run
 */

/**
 * Takes a data folder for this run. What an earlier run that was killed has left running is stopped first.
 * @param {string} file where the run is written down
 * @returns {Promise<{ note(name: string, pid: number | undefined): void, release(): void }>}
 * @throws {Failure} when another run is using the folder
 */
export async function claimRun(file) {
  const earlier = readRun(file);
  if (earlier && isSameProcess(earlier.starter.pid, earlier.starter.identity)) {
    throw new Failure(
      `Alcoves is already running here, as process ${earlier.starter.pid}.`,
      `Stop it first (Ctrl-C in its terminal, or: kill ${earlier.starter.pid}), or set ALCOVES_DATA_PATH and ALCOVES_PORT to run a second one.`,
    );
  }
  if (earlier) await stopLeftovers(earlier);

  /** @type {Run} */
  const run = { starter: identify(process.pid), children: {} };
  const write = () => writeFileSync(file, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  mkdirSync(dirname(file), { recursive: true });
  write();
  return {
    note(name, pid) {
      if (pid === undefined) delete run.children[name];
      else run.children[name] = identify(pid);
      if (existsSync(dirname(file))) write();
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

/**
 * @param {string} file where a run is written down
 * @returns {boolean} whether that run is alive
 */
export function isRunning(file) {
  const run = readRun(file);
  return run !== undefined && isSameProcess(run.starter.pid, run.starter.identity);
}

/**
 * Stops what a killed run has left running.
 * @param {string} file where that run was written down
 * @returns {Promise<boolean>} false when the run is not dead, or there is none
 */
export async function stopDeadRun(file) {
  const run = readRun(file);
  if (!run || isSameProcess(run.starter.pid, run.starter.identity)) return false;
  await stopLeftovers(run);
  return true;
}

/** @param {number} pid */
function identify(pid) {
  return { pid, identity: identifyProcess(pid) ?? "" };
}

/**
 * @param {string} file
 * @returns {Run | undefined}
 */
function readRun(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Missing, or cut off by a crash: PostgreSQL's and Redis' own locks still guard their folders.
    return undefined;
  }
}

/** @param {Run} run */
async function stopLeftovers(run) {
  for (const { name, signal } of shutdownOrder.flat()) {
    const left = run.children[name];
    if (!left || !isSameProcess(left.pid, left.identity)) continue;
    say(`Stopping the ${name} process that a killed run left behind (${left.pid})`);
    await endProcess(left, { signal, patienceMs: 15_000 });
  }
}
