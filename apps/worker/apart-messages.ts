import { GiveUp, type Job, RetryLater, type Run } from "@alcoves/jobs";

/** What the worker tells the process of one job. */
export interface ApartRun {
  job: string;
  run: Run<Job>;
}

/** How the job ended there: errors keep what the queue looks at. */
export type ApartEnding =
  | { kind: "done" }
  | { kind: "later"; message: string; delayMs: number | null }
  | { kind: "gaveUp"; message: string }
  | { kind: "failed"; message: string };

/** Runs the work and puts its end into a message. Never throws. */
export async function endingOf(work: () => Promise<void>): Promise<ApartEnding> {
  try {
    await work();
    return { kind: "done" };
  } catch (error) {
    if (error instanceof RetryLater) return { kind: "later", message: error.message, delayMs: error.delayMs };
    const message = error instanceof Error ? error.message : String(error);
    return { kind: error instanceof GiveUp ? "gaveUp" : "failed", message };
  }
}

/** Ends here as the job ended there. @throws what it threw */
export function endAlike(ending: ApartEnding): void {
  if (ending.kind === "later") throw new RetryLater(ending.message, ending.delayMs);
  if (ending.kind === "gaveUp") throw new GiveUp(ending.message);
  if (ending.kind === "failed") throw new Error(ending.message);
}
