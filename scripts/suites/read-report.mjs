import { readFileSync } from "node:fs";

/**
 * @param {string} file that a test runner may have written
 * @returns {unknown} undefined when it did not come so far
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
