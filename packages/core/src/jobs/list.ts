import { isTracked, type Job, jobContracts, type ListedJob, TrackedPayload } from "@alcoves/jobs";
import { requireInstanceOwner } from "../access/index.ts";
import type { Context } from "../context.ts";
import { contractOf } from "./find-contract.ts";
import { type FoundFile, findFiles } from "./find-files.ts";
import { reachingQueue } from "./reaching-queue.ts";
import { type JobEntry, ListJobs } from "./schema.ts";

/** Jobs in one state, with the files they work on. @throws FORBIDDEN but for the instance owner, UNAVAILABLE while Redis is away */
export async function listJobs(ctx: Context, input: ListJobs): Promise<JobEntry[]> {
  requireInstanceOwner(ctx);
  const { queue, state, from, limit } = ListJobs.parse(input);
  const contracts = queue ? [contractOf({ queue })] : jobContracts;
  const listed = await reachingQueue(
    Promise.all(
      contracts.map(async (contract) => {
        const jobs = await ctx.services.queueDesk.list(contract, state, { from, limit });
        return jobs.map((job) => ({ contract, job }));
      }),
    ),
  );
  const jobs = listed.flat();
  const files = await findFiles(
    ctx,
    jobs.flatMap(({ job }) => fileIdOf(job) ?? []),
  );
  return jobs.map(({ contract, job }) => {
    const found = files.get(fileIdOf(job) ?? "");
    return { ...timesOf(job), queue: contract.name, state, ...aboutJob(job, contract, found) };
  });
}

/** Rows and pictures both name their file. */
function fileIdOf({ payload }: ListedJob): string | null {
  if (typeof payload !== "object" || payload === null) return null;
  const id = "rowId" in payload ? payload.rowId : "fileId" in payload ? payload.fileId : null;
  return typeof id === "string" ? id : null;
}

function aboutJob(job: ListedJob, contract: Job, found: FoundFile | undefined) {
  const tracked = TrackedPayload.safeParse(job.payload).data;
  const onRow = isTracked(contract) ? found?.families[contract.tracks.column] : undefined;
  return {
    jobId: job.jobId,
    payload: JSON.stringify(job.payload),
    file: found?.file ?? null,
    attempts: job.attempts,
    mostAttempts: job.mostAttempts,
    deaths: job.deaths,
    // The row has a sentence for people; what was thrown may speak of the inside, and the keeper of the instance may read it.
    reason: (onRow && onRow.version === tracked?.version ? onRow.error : null) ?? job.error,
  };
}

function timesOf(job: ListedJob): Pick<JobEntry, "addedAt" | "startedAt" | "endedAt" | "dueAt"> {
  const at = (ms: number | null) => (ms === null ? null : new Date(ms));
  return {
    addedAt: new Date(job.addedAtMs),
    startedAt: at(job.startedAtMs),
    endedAt: at(job.endedAtMs),
    dueAt: at(job.dueAtMs),
  };
}
