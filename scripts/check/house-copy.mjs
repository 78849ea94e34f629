import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inProject, root } from "../prepare/project.mjs";
import { trackedFiles } from "./tracked-files.mjs";

const prefix = "alcoves-house-";
/** Folders with packages of their own, beside the root's. */
const nests = ["apps/web", "packages/rest", "e2e"];

/**
 * A copy of the project in a temporary folder, where a test may break every rule. What a killed run has left there is
 * removed by the next one.
 */
export function copyHouse() {
  sweepDeadCopies();
  const copy = fs.mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  for (const file of trackedFiles(root, [])) fs.cpSync(inProject(file), join(copy, file));
  const generated = "packages/db/src/generated";
  fs.cpSync(inProject(generated), join(copy, generated), { recursive: true });
  linkPackages(copy);
  // The checks ask git which files are ours.
  execFileSync("git", ["init", "--quiet"], { cwd: copy });
  return {
    root: copy,
    read: (/** @type {string} */ path) => fs.readFileSync(join(copy, path), "utf8"),
    exists: (/** @type {string} */ path) => fs.existsSync(join(copy, path)),
    /** @param {string} path @param {string} text */
    write(path, text) {
      fs.mkdirSync(dirname(join(copy, path)), { recursive: true });
      fs.writeFileSync(join(copy, path), text);
    },
    /**
     * @param {string} script of ours, or one in node_modules
     * @param {...string} args
     */
    run: (script, ...args) => runNode(copy, {}, [script, ...args]),
    /**
     * @param {Record<string, string>} env what it is told besides
     * @param {...string} command as for run
     */
    runWith: (env, ...command) => runNode(copy, env, command),
    remove: () => fs.rmSync(copy, { recursive: true, force: true }),
  };
}

/**
 * @param {string} folder
 * @param {Record<string, string>} env
 * @param {string[]} command a script of the folder, and its arguments
 * @returns {{ status: number | null, output: string }} both streams as one text
 */
function runNode(folder, env, [script = "", ...args]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Packages from the registry are shared with the project; ours are those of the copy. */
function linkPackages(/** @type {string} */ copy) {
  fs.mkdirSync(join(copy, "node_modules/@alcoves"), { recursive: true });
  for (const name of fs.readdirSync(inProject("node_modules"))) {
    if (name === "@alcoves" || name === ".cache") continue;
    fs.symlinkSync(inProject("node_modules", name), join(copy, "node_modules", name));
  }
  for (const name of fs.readdirSync(inProject("node_modules/@alcoves"))) {
    const folder = ["packages", "apps", "."].map((parent) => join(copy, parent, name)).find(fs.existsSync);
    if (folder) fs.symlinkSync(folder, join(copy, "node_modules/@alcoves", name));
  }
  for (const nest of nests.filter((each) => fs.existsSync(inProject(each, "node_modules")))) {
    fs.symlinkSync(inProject(nest, "node_modules"), join(copy, nest, "node_modules"));
  }
}

function sweepDeadCopies() {
  for (const name of fs.readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split("-")[0]);
    if (!isAlive(pid)) fs.rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
