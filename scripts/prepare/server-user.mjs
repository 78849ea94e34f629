import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Failure, say } from "./say.mjs";

/**
 * @typedef {{ uid: number, gid: number }} ServerUser who the private servers run as
 */

/** @returns {ServerUser | undefined} undefined when we are not root: the servers then run as we do */
export function findServerUser() {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const user = users.find((fields) => fields[0] === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Failure(
    "PostgreSQL refuses to run as root, and neither a user postgres nor nobody exists here.",
    "Make one (`useradd --system postgres`), or run Alcoves as an ordinary user.",
  );
}

/**
 * Makes a folder that only the servers' user reads, and makes sure that this user can get there: root's home, for one, is closed
 * to others. Such a folder is then kept in /var/lib/alcoves, with a link to it in its place.
 * @param {string} folder absolute path
 * @param {ServerUser | undefined} user
 * @returns {string} the real path to give to the server
 */
export function makeServerFolder(folder, user) {
  if (existsSync(folder) && lstatSync(folder).isSymbolicLink()) return realpathSync(folder);
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!user) return folder;
  chownSync(folder, user.uid, user.gid);
  if (canEnter(folder, user)) return folder;
  openToTraversal(dirname(folder));
  if (canEnter(folder, user)) return folder;

  const elsewhere = join("/var/lib/alcoves", createHash("sha256").update(folder).digest("hex").slice(0, 12));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  const real = join(elsewhere, folder.split("/").at(-1) ?? "server");
  mkdirSync(real, { recursive: true, mode: 0o700 });
  chownSync(real, user.uid, user.gid);
  if (!canEnter(real, user)) {
    throw new Failure(
      `The user that runs the private servers can enter neither ${folder} nor ${real}.`,
      "Move the project to a folder that other users may enter, such as /srv/alcoves, or run it as an ordinary user.",
    );
  }
  rmdirSync(folder);
  symlinkSync(real, folder);
  say(`${folder} is closed to other users, so its content is kept in ${real}`);
  return real;
}

/**
 * Lets others pass through a folder of ours (a strict umask may have closed it), not list it.
 * @param {string} folder
 */
function openToTraversal(folder) {
  chmodSync(folder, lstatSync(folder).mode | 0o011);
}

/**
 * Asks the system itself, so that access lists and mount options count too.
 * @param {string} folder
 * @param {ServerUser} user
 */
function canEnter(folder, user) {
  return (
    spawnSync("test", ["-w", folder, "-a", "-x", folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0
  );
}
