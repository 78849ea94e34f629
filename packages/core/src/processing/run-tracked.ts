import { DiedTooOften, GiveUp, RetryLater, type TrackedJob, type TrackedPayload } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { type StatusWriter, statusWriterOf } from "./status-writer.ts";
import { troubleOf } from "./trouble.ts";

const reportEveryMs = 1_000;

/** What a processor is given for one run. */
export interface TrackedRun {
  readonly rowId: string;
  readonly version: number;
  /** Aborts when the row has moved on: the result would be thrown away. */
  readonly signal: AbortSignal;
  /** Tells how far the work is; written at most once a second. */
  report(progress: { fraction: number; etaSeconds: number | null }): void;
}

/** How a run ended. `commit` writes its result in the transaction that marks the row. */
export interface Outcome {
  readonly status: "ready" | "not_needed";
  readonly commit?: (ctx: Transaction<Context>) => Promise<void>;
}

/** The plain outcome of a job whose result needs no row. */
export const ready: Outcome = { status: "ready" };

/** The plain outcome of a job with nothing to do for this file. */
export const notNeeded: Outcome = { status: "not_needed" };

/**
 * Runs a tracked job: claims the row at the version asked for, works, and keeps the result only when the version is
 * still the same. May overlap itself: both runs end in the same place.
 * @throws RetryLater and GiveUp as the work did, and RetryLater while a part of the instance is away, however long that takes; any
 * other error after the last try was written to the row
 */
export async function runTracked(
  ctx: Context,
  job: { contract: TrackedJob; payload: TrackedPayload; lastTry: boolean },
  work: (run: TrackedRun) => Promise<Outcome>,
): Promise<void> {
  const writer = statusWriterOf(ctx.services, job.contract);
  try {
    await attempt(ctx, { ...job, writer }, work);
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble || error instanceof RetryLater || error instanceof GiveUp) throw error;
    // The database itself may be what is away: then nobody can be told, and the row is open as it was.
    await writer.wait(job.payload, trouble).catch(() => {});
    throw new RetryLater(trouble, null, { cause: error });
  }
}

async function attempt(
  ctx: Context,
  { writer, payload, lastTry }: { writer: StatusWriter; payload: TrackedPayload; lastTry: boolean },
  work: (run: TrackedRun) => Promise<Outcome>,
): Promise<void> {
  if (!(await writer.claim(payload))) return;
  const progress = reporterOf(writer, payload);
  try {
    const outcome = await work({ ...payload, signal: progress.signal, report: progress.report });
    await progress.end();
    await finish(ctx, { writer, payload, outcome });
  } catch (error) {
    await progress.end();
    // The row moved on, so this run's failure is nobody's: the next version has its own run.
    if (progress.signal.aborted) return;
    if (error instanceof RetryLater || (troubleOf(error) && !(error instanceof GiveUp))) throw error;
    if (error instanceof GiveUp || lastTry) await writer.fail(payload, reasonOf(error));
    throw error;
  }
}

/** What a person reads when a job fails: the processor's sentence, or a plain one when the cause is of ours alone. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiedTooOften) return diedTooOften;
  return error instanceof GiveUp ? error.message : "Something went wrong on the server. Try again.";
}

/** What a person reads when a worker died several times in one job. */
const diedTooOften =
  "This file stopped the worker three times, so it was set aside. Try again, or download the original.";

async function finish(
  ctx: Context,
  { writer, payload, outcome }: { writer: StatusWriter; payload: TrackedPayload; outcome: Outcome },
): Promise<void> {
  const { commit, status } = outcome;
  if (!commit && status === "ready") {
    await writer.finish(payload);
    return;
  }
  await transaction(ctx, async (ctx) => {
    const changed = await ctx.db.$queryRawUnsafe<{ libraryId: string }[]>(
      writer.sql.finish.text,
      [payload.rowId],
      [payload.version],
      status,
    );
    const [row] = changed;
    if (!row) return;
    ctx.afterCommit.news.add(row.libraryId);
    await commit?.(ctx);
  });
}

function reporterOf(writer: StatusWriter, payload: TrackedPayload) {
  const aborter = new AbortController();
  let latest: { percent: number; etaSeconds: number | null } | null = { percent: 0, etaSeconds: null };
  let writing: Promise<void> = Promise.resolve();
  // Work that takes longer than this is shown as being done, also when it tells no progress.
  let timer: NodeJS.Timeout | undefined = setTimeout(startWriting, reportEveryMs);

  function startWriting() {
    // A report that cannot be written is only late: the next one, or the end of the job, says more.
    writing = write().catch(() => {});
  }

  async function write() {
    timer = undefined;
    if (!latest) return;
    const progress = latest;
    latest = null;
    if (!(await writer.report(payload, progress))) aborter.abort();
  }

  return {
    signal: aborter.signal,
    report({ fraction, etaSeconds }: { fraction: number; etaSeconds: number | null }) {
      const percent = Math.min(99, Math.max(0, Math.floor(fraction * 100)));
      latest = { percent, etaSeconds: etaSeconds === null ? null : Math.max(0, Math.round(etaSeconds)) };
      timer ??= setTimeout(startWriting, reportEveryMs);
    },
    async end() {
      clearTimeout(timer);
      await writing;
    },
  };
}
