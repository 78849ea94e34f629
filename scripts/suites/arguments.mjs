import { Failure } from "../prepare/say.mjs";

/** Suites in the order in which they run. */
export const suiteNames = /** @type {const} */ (["check", "unit", "e2e"]);

/**
 * Reads what stands after `npm test --`.
 * @param {readonly string[]} words such as ["--only", "unit", "packages/core"]
 * @returns {{ only: readonly (typeof suiteNames)[number][], filters: readonly string[] }} `filters` go to the test runner
 * @throws {Failure} on a suite that does not exist
 */
export function readArguments(words) {
  /** @type {(typeof suiteNames)[number][]} */
  const only = [];
  /** @type {string[]} */
  const filters = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word !== "--only" && !word.startsWith("--only=")) {
      filters.push(word);
      continue;
    }
    const given = word === "--only" ? (rest.shift() ?? "") : word.slice("--only=".length);
    for (const name of given.split(",")) only.push(readSuiteName(name));
  }
  if (filters.length > 0 && only.length !== 1) {
    throw new Failure(
      `${filters.join(" ")} filters the tests of one suite, and it is not said of which.`,
      `Say for example: npm test -- --only unit ${filters.join(" ")}`,
    );
  }
  return { only: only.length > 0 ? only : suiteNames, filters };
}

/** @param {string} name */
function readSuiteName(name) {
  const known = suiteNames.find((each) => each === name);
  if (known) return known;
  throw new Failure(`There is no suite "${name}".`, `Say one of: ${suiteNames.join(", ")}`);
}
