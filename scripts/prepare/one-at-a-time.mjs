import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identifyProcess, isSameProcess } from "./process-identity.mjs";
import { say } from "./say.mjs";

/**
 * Does work that two processes must not do at once, such as installing into one folder. A holder that died is no obstacle.
 * @template Result
 * @param {string} file the lock
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function oneAtATime(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; !tryLock(file); await sleep(200)) {
    if (!waited) say("Waiting for another Alcoves command that prepares this folder");
    waited = true;
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function tryLock(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: identifyProcess(process.pid) }));
  try {
    // A link appears with its content or not at all, and only one process can make it.
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    removeDeadLock(file);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} file */
function removeDeadLock(file) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(file, "utf8"));
    if (!isSameProcess(pid, identity)) rmSync(file, { force: true });
  } catch (error) {
    // Let go of meanwhile.
    if (error.code !== "ENOENT") throw error;
  }
}
