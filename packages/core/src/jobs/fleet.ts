import { isTracked, type JobName, jobContracts } from "@alcoves/jobs";
import type { Context, Services } from "../context.ts";
import { perServices } from "../per-services.ts";
import { trackedTables } from "../processing/index.ts";
import type { FleetProgress } from "./schema.ts";

const families = jobContracts.filter(isTracked).map(({ name, tracks }) => ({ name, ...tracks }));

/** One pass over each table for every kind of work: statuses stand in no index. */
const statement = {
  name: "jobs-fleet",
  text: `SELECT * FROM ${Object.entries(trackedTables)
    .map(([row, { table }]) => `(${countsIn(row, table)}) AS of_${table}`)
    .join(", ")}`,
};

function countsIn(row: string, table: string): string {
  const counts = families
    .filter((family) => family.row === row)
    .map(
      ({ name, column }) => `
        count(*) FILTER (WHERE ${column}_version > 0)::int AS "${name}/total",
        count(*) FILTER (WHERE ${column}_version > 0 AND ${column}_status IN ('ready', 'not_needed'))::int AS "${name}/done",
        count(*) FILTER (WHERE ${column}_version > 0 AND ${column}_status = 'failed')::int AS "${name}/failed"`,
    );
  return `SELECT ${counts.join(",")} FROM ${table}`;
}

/** How old an answer may be, so that many who look cost one pass, ms. */
const freshMs = 4_000;
/** How far back throughput looks, ms. */
const rememberMs = 5 * 60_000;

/** What was counted at one moment. */
type Counted = Map<JobName, Pick<FleetProgress, "total" | "done" | "failed">>;
interface Sample {
  atMs: number;
  counted: Counted;
}

const samplesOf = perServices(() => ({ kept: [] as Sample[], asking: null as Promise<Sample> | null }));

/** How far every kind of work is, over all files and moments. */
export async function readFleet({ services }: Pick<Context, "services">): Promise<FleetProgress[]> {
  const own = samplesOf(services);
  const last = own.kept.at(-1);
  if (!last || performance.now() - last.atMs > freshMs) {
    own.asking ??= sample(services).finally(() => {
      own.asking = null;
    });
    own.kept.push(await own.asking);
  }
  own.kept = own.kept.filter(({ atMs }) => performance.now() - atMs < rememberMs);
  return progressOf(own.kept);
}

async function sample({ database }: Services): Promise<Sample> {
  const [row = {}] = await database.sql.read<Record<string, number>>(statement, []);
  const counted: Counted = new Map(
    families.map(({ name }) => [
      name,
      {
        total: row[`${name}/total`] ?? 0,
        done: row[`${name}/done`] ?? 0,
        failed: row[`${name}/failed`] ?? 0,
      },
    ]),
  );
  return { atMs: performance.now(), counted };
}

/** @param samples the oldest first. @returns the newest counts, with the pace since the oldest */
export function progressOf(samples: readonly Sample[]): FleetProgress[] {
  const [first, last] = [samples.at(0), samples.at(-1)];
  if (!first || !last) return [];
  const minutes = (last.atMs - first.atMs) / 60_000;
  return [...last.counted].map(([job, now]) => {
    const before = first.counted.get(job) ?? now;
    const ended = now.done + now.failed - before.done - before.failed;
    const perMinute = minutes > 0 ? Math.max(0, ended) / minutes : null;
    const open = now.total - now.done - now.failed;
    const etaSeconds = perMinute && open > 0 ? Math.round((open / perMinute) * 60) : null;
    return { job, ...now, perMinute, etaSeconds };
  });
}
