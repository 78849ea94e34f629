import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "./free-port.ts";

/** A Redis of a test's own, which it may take down and bring back. */
export interface PrivateRedis {
  readonly url: string;
  /** Takes it down as a crash would. It keeps its port and, unless `amnesia` is set, its data. */
  stop(): Promise<void>;
  /** Brings it back on the same port. */
  start(): Promise<void>;
  /** Takes it down for good and removes its files. */
  close(): Promise<void>;
}

/**
 * Starts a redis-server on a free port of 127.0.0.1, for tests of outages.
 * @param options.amnesia it forgets everything when it is stopped
 */
export async function startPrivateRedis(options: { amnesia?: boolean } = {}): Promise<PrivateRedis> {
  const port = await findFreePort();
  const folder = await mkdtemp(join(tmpdir(), "alcoves-redis-"));
  const durability = options.amnesia
    ? ["--appendonly", "no"]
    : ["--appendonly", "yes", "--appendfsync", "always"];
  const args = ["--bind", "127.0.0.1", "--port", String(port), "--dir", folder, "--save", "", ...durability];
  let server: ChildProcess | undefined;

  async function start() {
    server ??= spawn("redis-server", args, { stdio: "ignore" });
    while (!(await answers(port))) {
      if (server.exitCode !== null) throw new Error(`redis-server ended with code ${server.exitCode}`);
      await sleep(20);
    }
  }

  async function stop() {
    const stopping = server;
    server = undefined;
    if (!stopping || stopping.exitCode !== null) return;
    const ended = new Promise((resolve) => stopping.once("exit", resolve));
    stopping.kill("SIGKILL");
    await ended;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whether a Redis answers PING there; one that is still loading its data does not. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("PING\r\n"));
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on("data", (chunk) => finish(chunk.toString().startsWith("+PONG")));
    socket.on("error", () => finish(false));
  });
}
