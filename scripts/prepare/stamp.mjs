import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Names that are made, not written, and tests: none of them changes what a build gives. */
const ignored =
  /^(node_modules|\.next|\.turbo|generated|test-results|next-env\.d\.ts|.*\.tsbuildinfo|.*\.test\.(ts|tsx|mjs))$/;

/**
 * Hashes files by name and content. A path that is missing counts as such; a folder counts with all that is written in it.
 * @param {string} root paths are named from here, so that a moved project keeps its hash
 * @param {readonly string[]} paths relative to root
 * @returns {string} SHA-256 in hex
 */
export function hashFiles(root, paths) {
  const hash = createHash("sha256");
  for (const path of paths) addPath(hash, root, join(root, path));
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} root
 * @param {string} path
 */
function addPath(hash, root, path) {
  const name = relative(root, path);
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") hash.update(`file ${name}\0`).update(readFileSync(path)).update("\0");
    else if (error.code === "ENOENT") hash.update(`missing ${name}\0`);
    else throw error;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!ignored.test(entry.name) && (entry.isDirectory() || entry.isFile()))
      addPath(hash, root, join(path, entry.name));
  }
}

/**
 * @param {string} file the stamp kept from the last time the work was done
 * @param {string} hash what it would say now
 */
export function isStamped(file, hash) {
  return existsSync(file) && readFileSync(file, "utf8").trim() === hash;
}

/**
 * @param {string} file
 * @param {string} hash
 */
export function writeStamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}
