/** A step that could not be done. The message says what happened, `advice` what a person does about it. */
export class Failure extends Error {
  name = "Failure";

  /**
   * @param {string} message what went wrong, in one line
   * @param {string} [advice] what to do about it; may hold several lines
   */
  constructor(message, advice = "") {
    super(message);
    this.advice = advice;
  }
}

/**
 * Prints one line of progress. It goes to stderr, so that stdout stays free for what a caller may want to parse.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`alcoves  ${text}\n`);
}

/**
 * Tells what is being done, does it, and tells how long it took when that was more than two seconds.
 * @template Result
 * @param {string} text what is being done
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(text, work) {
  const startedAtMs = performance.now();
  say(text);
  const result = await work();
  const tookMs = performance.now() - startedAtMs;
  if (tookMs > 2000) say(`  done in ${formatDuration(tookMs)}`);
  return result;
}

/**
 * @param {number} durationMs
 * @returns {string} such as "3.2 s" or "2 min 5 s"
 */
export function formatDuration(durationMs) {
  const seconds = durationMs / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Prints why a command ends early: a Failure as its message and advice, anything else with its stack.
 * @param {unknown} error
 */
export function sayFailure(error) {
  if (!(error instanceof Failure)) {
    console.error(error);
    return;
  }
  process.stderr.write(`\nalcoves  ${error.message}\n`);
  if (error.advice) process.stderr.write(`${error.advice.replace(/^/gm, "         ")}\n`);
}
