import type { TrackedJob, TrackedPayload } from "@alcoves/jobs";
import { batched } from "../batched.ts";
import type { Services } from "../context.ts";
import { perServices } from "../per-services.ts";
import { familySql } from "./family-sql.ts";

/** Moves the state of one job family along. Every answer is false when the row has moved on to another version. */
export interface StatusWriter {
  readonly sql: ReturnType<typeof familySql>;
  claim(row: TrackedPayload): Promise<boolean>;
  finish(row: TrackedPayload): Promise<boolean>;
  report(row: TrackedPayload, progress: { percent: number; etaSeconds: number | null }): Promise<boolean>;
  fail(row: TrackedPayload, reason: string): Promise<boolean>;
  /** Back to the queue. False also when the row says so already. */
  wait(row: TrackedPayload, reason: string): Promise<boolean>;
}

/** While the database works on some rows, the next are brought to it. */
const atOnce = 2;

const writers = perServices(() => new Map<TrackedJob, StatusWriter>());

/** @returns the one writer of a family in this process: batching needs to be shared */
export function statusWriterOf(services: Services, contract: TrackedJob): StatusWriter {
  const own = writers(services);
  const writer = own.get(contract) ?? createStatusWriter(services, contract);
  own.set(contract, writer);
  return writer;
}

function createStatusWriter({ database, nudges }: Services, contract: TrackedJob): StatusWriter {
  const sql = familySql(contract);

  async function write(rows: TrackedPayload[], step: { name: string; text: string }, more: unknown[]) {
    const changed = await database.sql.read<{ id: string; libraryId?: string }>(step, [
      rows.map(({ rowId }) => rowId),
      rows.map(({ version }) => version),
      ...more,
    ]);
    const libraries = new Set(changed.flatMap(({ libraryId }) => libraryId ?? []));
    // Listeners look into the database by themselves now and then, so nobody waits for the nudge.
    if (libraries.size > 0) void nudges.send(libraries);
    const ids = new Set(changed.map(({ id }) => id));
    return rows.map(({ rowId }) => ids.has(rowId));
  }

  async function writeOne(row: TrackedPayload, step: { name: string; text: string }, more: unknown[]) {
    const [moved] = await write([row], step, more);
    return moved ?? false;
  }

  return {
    sql,
    claim: batched((rows) => write(rows, sql.claim, []), { atOnce }),
    finish: batched((rows) => write(rows, sql.finish, ["ready"]), { atOnce }),
    report: (row, { percent, etaSeconds }) => writeOne(row, sql.report, [percent, etaSeconds]),
    fail: (row, reason) => writeOne(row, sql.fail, [reason]),
    wait: (row, reason) => writeOne(row, sql.wait, [reason]),
  };
}
