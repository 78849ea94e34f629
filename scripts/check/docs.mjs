import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inProject } from "../prepare/project.mjs";
import { trackedFiles } from "./tracked-files.mjs";

/** A path of the project in backticks or as the target of a link: it has a slash, and no blank, star or bracket. */
const cited = /`([\w.@-]+(?:\/[\w.@[\]()-]+)+\/?)`|\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g;
/** Folders that exist only where Alcoves has run or was installed. */
const made = /^(\.\/)?(data|node_modules|test-results|\.next|\.cache|\.turbo)\b/;

/** Every path of the project that a document cites exists. @returns {string[]} one line for each that does not */
export function checkDocs(root = inProject(".")) {
  return trackedFiles(root, ["*.md"]).flatMap((file) =>
    citedPaths(readFileSync(join(root, file), "utf8"))
      .filter((path) => !exists(root, file, path))
      .map((path) => `${file} names ${path}, which does not exist`),
  );
}

/** @param {string} text of a document @returns {string[]} paths it cites that would be ours */
export function citedPaths(text) {
  return [...text.matchAll(cited)]
    .map(([, inBackticks, linked]) => inBackticks ?? linked ?? "")
    .filter((path) => isOurs(path));
}

/** Names of packages, types and routes have slashes too; a path of ours starts with a folder of ours, or is relative. */
function isOurs(/** @type {string} */ path) {
  return (
    /^(\.{1,2}\/|apps\/|packages\/|prisma\/|scripts\/|docs\/|e2e\/|bench\/|endurance\/|docker\/|\.ci\/)|\.md$/.test(
      path,
    ) && !made.test(path)
  );
}

function exists(/** @type {string} */ root, /** @type {string} */ file, /** @type {string} */ path) {
  return existsSync(join(root, path)) || existsSync(join(root, dirname(file), path));
}
