import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { quietEnvironment } from "./packages.mjs";
import { inProject } from "./project.mjs";
import { Failure } from "./say.mjs";

const leaveWithParent = pathToFileURL(inProject("scripts/prepare/leave-with-parent.mjs")).href;
/** Pictures and films lie outside of V8's heap: a worker that needs more than this leaks, and ends before the machine suffers. */
const workerHeapMiB = 2_048;
const programs = /** @type {const} */ ([
  {
    name: "web",
    folder: "apps/web",
    file: "server.ts",
    modes: ["all", "api"],
    devFlags: ["--dev"],
    nodeFlags: [],
  },
  {
    name: "worker",
    folder: "apps/worker",
    file: "main.ts",
    modes: ["all", "worker"],
    devFlags: [],
    nodeFlags: [`--max-old-space-size=${workerHeapMiB}`],
  },
]);

/**
 * Threads for pictures and files of each process. A picture holds one from its first line to its last, and the worker's lanes
 * run up to 2¼ pictures a core at once: with the four of Node's own, one that somebody waits for would wait for a thread.
 */
const threads = 6 + 3 * availableParallelism();

/** Of glibc: with one for each thread, what pictures took and gave back would never go back to the system (sharp's own advice). */
const arenas = "2";

/**
 * @typedef {object} AppOptions
 * @property {NodeJS.ProcessEnv} env every ALCOVES_* variable that the processes read
 * @property {boolean} [dev] restart on change, Next with hot reload
 * @property {number} [output] file that they write to; default our own stdout and stderr
 * @property {import("./children.mjs").ChildSpec["patience"]} [patience]
 */

/**
 * Starts the processes of Alcoves that `ALCOVES_MODE` asks for.
 * @param {import("./household.mjs").Household} household
 * @param {AppOptions} options
 */
export function startApp(household, { env, dev = false, output, patience }) {
  const mode = env.ALCOVES_MODE ?? "all";
  for (const { name, folder, file, modes, devFlags, nodeFlags } of programs) {
    if (!modes.some((each) => each === mode)) continue;
    const command = dev
      ? [
          ...nodeFlags,
          "--import",
          leaveWithParent,
          inProject("node_modules/tsx/dist/cli.mjs"),
          "watch",
          "--clear-screen=false",
          file,
          ...devFlags,
        ]
      : [...nodeFlags, "--import", leaveWithParent, "--import", "tsx", file];
    household
      .supervise({
        name,
        patience,
        spawn: () =>
          spawn(process.execPath, command, {
            cwd: inProject(folder),
            detached: true,
            stdio: ["ignore", output ?? "inherit", output ?? "inherit", "ipc"],
            env: {
              UV_THREADPOOL_SIZE: String(threads),
              MALLOC_ARENA_MAX: arenas,
              ...env,
              ...quietEnvironment,
              NODE_ENV: dev ? "development" : "production",
            },
          }),
      })
      .start();
  }
}

/**
 * Waits until the web process serves.
 * @param {string} url of the app
 * @param {number} [timeoutMs]
 */
export async function waitForHealth(url, timeoutMs = 120_000) {
  const untilMs = performance.now() + timeoutMs;
  let last = "no answer";
  while (performance.now() < untilMs) {
    try {
      const answer = await fetch(new URL("/api/health", url), { signal: AbortSignal.timeout(5000) });
      if (answer.ok) return;
      last = `status ${answer.status}: ${(await answer.text()).slice(0, 500)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(150);
  }
  throw new Failure(
    `${url}/api/health did not answer well within ${timeoutMs / 1000} s (${last}).`,
    "What the processes said is above.",
  );
}
