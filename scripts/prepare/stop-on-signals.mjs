import { stopCommands } from "./run-command.mjs";
import { say } from "./say.mjs";

/**
 * Has Ctrl-C and `kill` stop everything in order; a second one kills.
 * @param {import("./household.mjs").Household} household
 * @param {() => void | Promise<void>} tidy done when all have ended
 * @param {number} [signalCode] exit code after a signal: stopping a server is what was wanted, a test run is then unfinished
 * @returns {{ leave: (code: number) => Promise<never>, isLeaving: () => boolean }} `leave` ends the run from inside: stops
 *   everything, then exits with this code, unless a signal came first
 */
export function stopOnSignals(household, tidy, signalCode = 0) {
  /** @type {Promise<never> | undefined} */
  let leaving;

  async function stopAndExit(/** @type {number} */ code) {
    stopCommands();
    await household.stop();
    await tidy();
    return process.exit(code);
  }

  function onSignal() {
    if (leaving) {
      say("Killing everything at once.");
      household.killAll();
      process.exit(130);
    }
    if (household.members().some((child) => child.pid())) say("Stopping. Once more Ctrl-C kills.");
    leaving = stopAndExit(signalCode);
  }

  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, onSignal);
  return {
    leave(code) {
      leaving ??= stopAndExit(code);
      return leaving;
    },
    isLeaving: () => leaving !== undefined,
  };
}
