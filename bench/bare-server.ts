import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A comparator server in a process of its own, as the instance is. */
export interface BareServer {
  url: string;
  pid: number;
  stop(): void;
}

/** Starts `bare/<name>.ts`, which tells its port when it listens. @param args what it serves */
export function startBareServer(name: string, args: string[]): Promise<BareServer> {
  const child = fork(fileURLToPath(new URL(`./bare/${name}.ts`, import.meta.url)), args, {
    execArgv: ["--import", "tsx"],
  });
  // It would hold the pipe that the run's output goes through.
  process.once("exit", () => child.kill());
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}`)));
    child.once("message", (port) =>
      resolve({ url: `http://127.0.0.1:${String(port)}`, pid: child.pid ?? 0, stop: () => child.kill() }),
    );
  });
}
