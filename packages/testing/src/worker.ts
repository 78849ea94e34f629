import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environmentOf } from "./environment-of.ts";
import type { TestInstance } from "./instance.ts";

/** A worker in a process of its own, as in production. */
export interface TestWorker {
  readonly pid: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

const folder = fileURLToPath(new URL("../../../apps/worker", import.meta.url));

/**
 * Starts the real worker on an instance's database, Redis and folder.
 * @param options.environment further variables
 */
export function startTestWorker(
  { config }: TestInstance,
  options: { environment?: Record<string, string> } = {},
): TestWorker {
  const child = spawn(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...environmentOf(config), ...options.environment },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { pid: child.pid ?? 0, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}
