import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environmentOf } from "./environment-of.ts";
import { findFreePort } from "./free-port.ts";
import type { TestInstance } from "./instance.ts";

/** A server in a process of its own, beside the instance's own one and on its database, Redis and folder. */
export interface TestServer {
  readonly url: string;
  readonly pid: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const command = fileURLToPath(new URL("./serve-command.ts", import.meta.url));

/** Starts a server that a test may kill. @param port the one of a server that was killed, to come back there */
export async function startTestServer({ config }: TestInstance, port?: number): Promise<TestServer> {
  const place = port ?? (await findFreePort());
  const child = fork(command, {
    execArgv: ["--import", "tsx"],
    env: { ...environmentOf(config), ALCOVES_PORT: String(place) },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await Promise.race([
    new Promise((resolve) => child.once("message", resolve)),
    ended.then(() => Promise.reject(new Error("The test server ended before it listened."))),
  ]);
  return {
    url: `http://127.0.0.1:${place}`,
    pid: child.pid ?? 0,
    kill() {
      child.kill("SIGKILL");
      return ended;
    },
  };
}
