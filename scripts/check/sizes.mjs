import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "../prepare/project.mjs";
import { trackedFiles } from "./tracked-files.mjs";

/** A file of more lines has more than one reason to change. */
const mostLines = 400;

/** @returns {string[]} one line for each source file that is too long */
export function checkSizes(root = inProject(".")) {
  return trackedFiles(root, ["*.ts", "*.tsx", "*.mjs", "*.css"]).flatMap((file) => {
    const lines = readFileSync(join(root, file), "utf8").split("\n").length;
    return lines > mostLines ? [`${file} has ${lines} lines; ${mostLines} are the most`] : [];
  });
}
