/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} skippedNames
 */

/**
 * @param {string} output of `npm run check`, whose last line is `N passed, N failed`
 * @param {number} code that it ended with
 * @returns {Counts}
 */
export function countCheck(output, code) {
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  const [, passed, failed] = last.match(/(\d+) passed, (\d+) failed/) ?? [];
  return settle(
    { passed: Number(passed ?? 0), failed: Number(failed ?? 0), skipped: 0, skippedNames: [] },
    code,
  );
}

/**
 * @param {any} report of vitest's JSON reporter; undefined when it wrote none
 * @param {number} code
 * @returns {Counts}
 */
export function countVitest(report, code) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((/** @type {any} */ file) =>
    file.assertionResults.map((/** @type {any} */ test) => ({
      name: `${file.name}: ${test.fullName}`,
      status: test.status,
    })),
  );
  // A file that could not be loaded has no tests to fail, and is failed itself.
  const unloaded = files.filter(
    (/** @type {any} */ file) =>
      file.status === "failed" &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === "failed"),
  );
  const byStatus = (/** @type {string[]} */ ...statuses) =>
    tests.filter((/** @type {any} */ test) => statuses.includes(test.status));
  const skipped = byStatus("skipped", "pending", "todo", "disabled");
  return settle(
    {
      passed: byStatus("passed").length,
      failed: byStatus("failed").length + unloaded.length,
      skipped: skipped.length,
      skippedNames: skipped.map((/** @type {any} */ test) => test.name),
    },
    code,
  );
}

/**
 * @param {any} report of Playwright's JSON reporter; undefined when it wrote none
 * @param {number} code
 * @returns {Counts}
 */
export function countPlaywright(report, code) {
  const stats = report?.stats ?? {};
  return settle(
    {
      passed: stats.expected ?? 0,
      // A test that passes at its second try is broken too.
      failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
      skipped: stats.skipped ?? 0,
      skippedNames: listSkippedSpecs(report?.suites ?? []),
    },
    code,
  );
}

/**
 * @param {any[]} suites
 * @returns {string[]}
 */
function listSkippedSpecs(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) =>
        spec.tests.some((/** @type {any} */ test) => test.status === "skipped"),
      )
      .map((/** @type {any} */ spec) => `${spec.file}: ${spec.title}`),
    ...listSkippedSpecs(suite.suites ?? []),
  ]);
}

/**
 * A suite that ran nothing, or ended badly without naming a failed test, has failed.
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
function settle(counts, code) {
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {readonly Counts[]} suites
 * @returns {Counts}
 */
export function addCounts(suites) {
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ key) =>
    suites.reduce((total, counts) => total + counts[key], 0);
  return {
    passed: sum("passed"),
    failed: sum("failed"),
    skipped: sum("skipped"),
    skippedNames: suites.flatMap((counts) => counts.skippedNames),
  };
}

/**
 * @param {Counts} counts
 * @returns {string} such as "12 passed, 0 failed, 1 skipped"
 */
export function formatCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
