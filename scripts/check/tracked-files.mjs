import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {string} root
 * @param {string[]} patterns as git takes them
 * @returns {string[]} files that git knows, or would take, below the root
 */
export function trackedFiles(root, patterns) {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  return execFileSync("git", args, { cwd: root, encoding: "utf8" })
    .split("\n")
    .filter((file) => file !== "" && existsSync(join(root, file)));
}
