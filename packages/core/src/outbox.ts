import type { OutgoingJob } from "@alcoves/jobs";
import type { Context, Services } from "./context.ts";

const batchSize = 500;
const readStatement = {
  name: "outbox-read",
  text: `SELECT id, job, job_id AS "jobId", payload FROM outbox ORDER BY id LIMIT ${batchSize}`,
};
const removeStatement = { name: "outbox-remove", text: "DELETE FROM outbox WHERE id = ANY($1::bigint[])" };

/** The sending of each process: calls that come meanwhile share the next round. */
const sending = new WeakMap<Services, { running: Promise<boolean>; next: Promise<boolean> | null }>();

/**
 * Sends what stands in the outbox, where `requestJobs` puts jobs in the transaction that asks for them, to
 * the queues. An entry goes after the queue has it, so a crash in between, or another process at the same work, sends it
 * twice: the job's id makes the two one.
 * @returns false when the queue is away; the entries stay for the next call
 */
export function sendOutbox({ services }: Pick<Context, "services">): Promise<boolean> {
  const own = sending.get(services);
  if (own) {
    own.next ??= own.running.then(() => sendOutbox({ services }));
    return own.next;
  }
  const running = sendAll(services).finally(() => sending.delete(services));
  sending.set(services, { running, next: null });
  return running;
}

async function sendAll(services: Services): Promise<boolean> {
  const { sql } = services.database;
  try {
    for (;;) {
      const entries = await sql.read<OutgoingJob & { id: string }>(readStatement, []);
      if (entries.length > 0) {
        await services.queues.send(entries);
        await sql.read(removeStatement, [entries.map(({ id }) => id)]);
      }
      if (entries.length < batchSize) return true;
    }
  } catch (error) {
    services.log.warn({ error }, "jobs wait in the outbox until the queue answers");
    return false;
  }
}
