/** Oldest versions that Alcoves works with. */
export const oldest = { node: "20.19", postgres: "15", pgvector: "0.8", redis: "6.2" };

/**
 * Finds the first version number in a text such as "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)".
 * @param {string | undefined} text
 * @returns {string | undefined} "15.18"; undefined when there is none
 */
export function findVersion(text) {
  return text?.match(/\d+(?:\.\d+)*/)?.[0];
}

/**
 * Finds the upstream version in a Debian version such as "5:7.0.15-1~deb12u7", whose epoch comes before a colon.
 * @param {string | undefined} text
 * @returns {string | undefined} "7.0.15"
 */
export function findDebianVersion(text) {
  return findVersion(text?.replace(/^\d+:/, ""));
}

/**
 * @param {string | undefined} version such as "15.18"; undefined counts as older than anything
 * @param {string} minimum such as "15"
 */
export function isAtLeast(version, minimum) {
  if (version === undefined) return false;
  const have = version.split(".").map(Number);
  const want = minimum.split(".").map(Number);
  for (let index = 0; index < Math.max(have.length, want.length); index++) {
    const difference = (have[index] ?? 0) - (want[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
