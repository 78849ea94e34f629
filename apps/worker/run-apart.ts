import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { DiedTooOften, type Job, type Run } from "@alcoves/jobs";
import { leash } from "@alcoves/media/leash";
import { type ApartEnding, type ApartRun, endAlike } from "./apart-messages.ts";

const program = fileURLToPath(new URL("./apart.ts", import.meta.url));

/** The death of the worker that made it a suspect is the first strike; so many more, of it alone, are proof. */
const strikesApart = 2;

/** Heap of the process, MiB; bytes of pictures lie outside of it. */
const heapMiB = 1_024;

/**
 * Runs a job whose worker has died under it in a process of its own. Whoever killed the worker, the other jobs of this one are safe now,
 * and a process that dies here dies of this job alone.
 * @throws what the job throws; DiedTooOften when its process died each time
 */
export async function runApart(contract: Job, run: Run<Job>): Promise<void> {
  for (let strike = 1; strike <= strikesApart; strike += 1) {
    const ending = await runOnce({ job: contract.name, run });
    if (ending) return endAlike(ending);
  }
  throw new DiedTooOften(`The process of ${contract.name} died each time.`);
}

/** @returns how the job ended, null when its process died before it could say so */
function runOnce(run: ApartRun): Promise<ApartEnding | null> {
  return new Promise((resolve, reject) => {
    const command = [process.execPath, `--max-old-space-size=${heapMiB}`, "--import", "tsx"];
    const child = fork(program, { execPath: leash, execArgv: command });
    let ending: ApartEnding | null = null;
    child.on("message", (message) => {
      // The process sends nothing else.
      ending = message as ApartEnding;
    });
    child.once("error", reject);
    // After its last message, which its exit may overtake.
    child.once("close", () => resolve(ending));
    child.send(run);
  });
}
