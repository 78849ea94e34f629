import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { readCommand } from "./run-command.mjs";

/**
 * Tells one process from a later one with the same number, by when it started.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process lives
 */
export function identifyProcess(pid) {
  if (existsSync("/proc/self/stat")) {
    const stat = readStat(pid);
    if (!stat || stat.state === "Z") return undefined;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${stat.startedAt}`;
  }
  return readCommand("ps", ["-o", "lstart=", "-p", String(pid)]) || undefined;
}

/** @param {number} pid */
function readStat(pid) {
  try {
    // The name may hold spaces and parentheses; the fields after the last one do not. See proc(5).
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1)?.trim().split(" ") ?? [];
    return { state: fields[0], startedAt: fields[19] };
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @param {string} identity as identifyProcess told it earlier
 */
export function isSameProcess(pid, identity) {
  return identifyProcess(pid) === identity;
}

/**
 * Ends a process that is not a child of ours.
 * @param {{ pid: number, identity: string }} target
 * @param {{ signal: NodeJS.Signals, patienceMs: number }} how the first signal, and how long it may take before SIGKILL
 */
export async function endProcess({ pid, identity }, { signal, patienceMs }) {
  for (const [send, waitMs] of /** @type {[NodeJS.Signals, number][]} */ ([
    [signal, patienceMs],
    ["SIGKILL", 5000],
  ])) {
    if (!isSameProcess(pid, identity)) return;
    sendSignal(pid, send);
    const untilMs = performance.now() + waitMs;
    while (isSameProcess(pid, identity) && performance.now() < untilMs) await sleep(50);
  }
}

/**
 * @param {number} pid negative for a whole process group
 * @param {NodeJS.Signals} signal
 * @returns {boolean} false when there was nobody to get it
 */
export function sendSignal(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error.code === "ESRCH" || error.code === "EPERM") return false;
    throw error;
  }
}
