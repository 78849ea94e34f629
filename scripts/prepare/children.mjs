import { sendSignal } from "./process-identity.mjs";
import { Failure, say } from "./say.mjs";

/** How often a child may die: after a death it is started again 1 s later, then 2, 4, 8 s; the fifth in a minute is the last. */
export const defaultPatience = { firstDelayMs: 1000, deaths: 5, withinMs: 60_000 };

/**
 * @typedef {object} ChildSpec
 * @property {string} name what people call it
 * @property {() => import("node:child_process").ChildProcess} spawn must start it `detached`: in a process group of its own, so that
 *   Ctrl-C reaches the parent alone, who stops its children in order
 * @property {NodeJS.Signals} [stopSignal] default SIGTERM
 * @property {number} [stopTimeoutMs] default 15,000; then SIGKILL
 * @property {typeof defaultPatience} [patience]
 * @property {(pid: number | undefined) => void} [onChange] told when it starts and when it ends
 * @property {(failure: Failure) => void} [onGiveUp] told when it died too often
 */

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {() => void} start
 * @property {() => Promise<void>} stop waits for its end
 * @property {(signal?: NodeJS.Signals) => void} kill as if it had crashed: it will be started again
 * @property {() => number | undefined} pid undefined while it is down
 * @property {() => Promise<void>} ended resolves at its next end, at once when it is down
 */

/**
 * Keeps a process alive: starts it again when it dies without having been stopped.
 * @param {ChildSpec} spec
 * @returns {Child}
 */
export function supervise(spec) {
  const patience = spec.patience ?? defaultPatience;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  let process;
  let wanted = false;
  /** @type {number[]} */
  let deathsAtMs = [];
  /** @type {NodeJS.Timeout | undefined} */
  let restart;

  function start() {
    wanted = true;
    clearTimeout(restart);
    if (process) return;
    const started = spec.spawn();
    process = started;
    started.once("error", (error) => end(`could not be started: ${error.message}`));
    started.once("exit", (code, signal) => end(`ended with ${signal ?? `code ${code}`}`));
    spec.onChange?.(started.pid);

    function end(/** @type {string} */ how) {
      if (process !== started) return;
      process = undefined;
      // What it had started itself (an ffmpeg, say) must not live on without it.
      if (started.pid) sendSignal(-started.pid, "SIGKILL");
      spec.onChange?.(undefined);
      if (wanted) mourn(how);
    }
  }

  function mourn(/** @type {string} */ how) {
    const nowMs = performance.now();
    deathsAtMs = [...deathsAtMs.filter((atMs) => nowMs - atMs < patience.withinMs), nowMs];
    if (deathsAtMs.length >= patience.deaths) {
      wanted = false;
      spec.onGiveUp?.(giveUp(spec.name, deathsAtMs.length, how));
      return;
    }
    const delayMs = Math.min(patience.firstDelayMs * 2 ** (deathsAtMs.length - 1), 8000);
    say(`${spec.name} ${how}; starting it again in ${delayMs / 1000} s`);
    restart = setTimeout(start, delayMs);
  }

  async function stop() {
    wanted = false;
    clearTimeout(restart);
    const stopping = process;
    if (!stopping) return;
    const ended = waitForEnd();
    stopping.kill(spec.stopSignal ?? "SIGTERM");
    const timeoutMs = spec.stopTimeoutMs ?? 15_000;
    const timer = setTimeout(() => {
      say(`${spec.name} did not stop within ${timeoutMs / 1000} s and is killed`);
      stopping.kill("SIGKILL");
    }, timeoutMs);
    await ended;
    clearTimeout(timer);
  }

  /** @returns {Promise<void>} */
  function waitForEnd() {
    return new Promise((resolve) => {
      if (!process) return resolve();
      process.once("exit", () => resolve());
      process.once("error", () => resolve());
    });
  }

  return {
    name: spec.name,
    start,
    stop,
    kill: (signal = "SIGKILL") => void process?.kill(signal),
    pid: () => process?.pid,
    ended: waitForEnd,
  };
}

/**
 * @param {string} name
 * @param {number} deaths
 * @param {string} how
 */
function giveUp(name, deaths, how) {
  return new Failure(
    `The ${name} died ${deaths} times within a minute (the last time it ${how}).`,
    "What it said is above or in its log. Correct the cause, then start again.",
  );
}
