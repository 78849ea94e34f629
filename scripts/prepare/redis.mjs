import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { findFreePort } from "./free-port.mjs";
import { waitUntilReady } from "./postgres.mjs";
import { makeServerFolder } from "./server-user.mjs";

/**
 * @typedef {object} RedisOptions
 * @property {string} folder where its data and log are kept
 * @property {string} program path of redis-server or valkey-server
 * @property {import("./server-user.mjs").ServerUser} [user] who it runs as, when we are root
 * @property {boolean} [durable] default true; false writes nothing to disk, for tests
 * @property {number} [databases] default 16
 * @property {import("./household.mjs").Household} household it becomes a member of
 */

/**
 * Starts a private Redis on 127.0.0.1, with a new port and password each time.
 * @param {RedisOptions} options
 * @returns {Promise<{ url: string, child: import("./children.mjs").Child, folder: string }>}
 */
export async function startRedis(options) {
  const { user } = options;
  const folder = makeServerFolder(options.folder, user);
  const password = randomBytes(24).toString("hex");
  const port = await findFreePort();
  const settings = join(folder, "redis.conf");
  // In a file, not among the arguments: those are everyone's to read.
  rmSync(settings, { force: true });
  writeFileSync(settings, serverSettings({ folder, password, port, options }), { mode: 0o600 });
  if (user) chownSync(settings, user.uid, user.gid);

  const log = join(folder, "log");
  const child = options.household.supervise({
    name: "redis",
    spawn() {
      const output = openSync(log, "a", 0o600);
      const started = spawn(options.program, [settings], {
        ...user,
        cwd: "/",
        detached: true,
        stdio: ["ignore", output, output],
      });
      closeSync(output);
      return started;
    },
  });
  child.start();
  await waitUntilReady(child, { probe: () => answersPing(port, password), log });
  return { url: `redis://:${password}@127.0.0.1:${port}`, child, folder };
}

/** @param {{ folder: string, password: string, port: number, options: RedisOptions }} given */
function serverSettings({ folder, password, port, options }) {
  const durable = options.durable ?? true;
  return [
    "bind 127.0.0.1",
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${folder}"`,
    `databases ${options.databases ?? 16}`,
    "daemonize no",
    // A queue must not lose entries when memory runs short: refuse new ones instead.
    "maxmemory-policy noeviction",
    ...(durable ? ["appendonly yes", "appendfsync everysec"] : ["appendonly no", 'save ""']),
    "",
  ].join("\n");
}

/**
 * @param {number} port
 * @param {string} password
 * @returns {Promise<boolean>} false while it is down or still loading its data
 */
function answersPing(port, password) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let heard = "";
    const finish = () => {
      socket.destroy();
      resolve(heard.includes("+PONG"));
    };
    socket.setTimeout(1000, finish);
    socket.on("error", finish);
    socket.on("close", finish);
    socket.on("connect", () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on("data", (chunk) => {
      heard += chunk;
      if (heard.split("\r\n").length > 2) finish();
    });
  });
}
