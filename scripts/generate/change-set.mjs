import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inProject, root } from "../prepare/project.mjs";
import { Failure } from "../prepare/say.mjs";

/** New files and edits, written together once all of them are known to fit. */
export function createChangeSet() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const textOf = (/** @type {string} */ path) => texts.get(path) ?? readFileSync(inProject(path), "utf8");
  return {
    /** @param {string} path @param {string} text @throws {Failure} when the file is there */
    create(path, text) {
      if (existsSync(inProject(path))) throw new Failure(`${path} exists already; nothing was written.`);
      texts.set(path, text);
    },

    /**
     * Puts lines before or after the last place that a pattern finds.
     * @param {string} path
     * @param {{ before?: RegExp, after?: RegExp, lines: string }} place patterns of whole lines, with the flags gm
     * @throws {Failure} when the file has no such place
     */
    insert(path, { before, after, lines }) {
      const text = textOf(path);
      const pattern = before ?? after;
      const found = pattern ? [...text.matchAll(pattern)].at(-1) : undefined;
      if (!found) throw new Failure(`${path} is not as expected (no ${pattern}); nothing was written.`);
      const at = before ? found.index : found.index + found[0].length;
      texts.set(path, text.slice(0, at) + lines + text.slice(at));
    },

    read: textOf,

    /** Writes all of it and lets the formatter sort the imports. @returns {string[]} what was written */
    apply() {
      for (const [path, text] of texts) {
        mkdirSync(dirname(inProject(path)), { recursive: true });
        writeFileSync(inProject(path), text);
      }
      const written = [...texts.keys()];
      const code = written.filter((path) => path.endsWith(".ts"));
      const format = ["check", "--write", "--colors=off", ...code];
      const { status, stdout, stderr } = spawnSync(inProject("node_modules/.bin/biome"), format, {
        cwd: root,
        encoding: "utf8",
      });
      if (status !== 0) throw new Failure("The formatter refuses what was written.", `${stdout}\n${stderr}`);
      return written;
    },
  };
}
