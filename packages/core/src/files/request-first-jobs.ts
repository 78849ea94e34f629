import type { LibraryContext } from "../context.ts";
import { requestJobs } from "../processing/index.ts";
import type { Transaction } from "../transaction.ts";
import { firstJobs, jobOf } from "./jobs-of-kind.ts";
import type { FileJob, FileKind } from "./schema.ts";

/** A file that has just come in. */
interface Arrival {
  fileId: string;
  kind: FileKind;
  isHashed: boolean;
}

/** Asks for what is done to new files, as part of the running transaction; many go together. */
export async function requestFirstJobs(
  ctx: Transaction<LibraryContext>,
  arrivals: readonly Arrival[],
): Promise<void> {
  const streams = arrivals.some(({ kind }) => kind === "video") && (await wantsStreams(ctx));
  const jobsOf = ({ kind, isHashed }: Arrival): FileJob[] => [
    ...firstJobs[kind],
    ...(kind === "video" && streams ? (["hls"] as const) : []),
    ...(isHashed ? [] : (["hash"] as const)),
  ];
  const idsByJob = new Map<FileJob, string[]>();
  for (const arrival of arrivals) {
    for (const job of jobsOf(arrival)) {
      const fileIds = idsByJob.get(job) ?? [];
      fileIds.push(arrival.fileId);
      idsByJob.set(job, fileIds);
    }
  }
  for (const [job, fileIds] of idsByJob) await requestJobs(ctx, jobOf[job], fileIds);
}

async function wantsStreams({ db, access }: LibraryContext): Promise<boolean> {
  const library = await db.library.findUnique({
    where: { id: access.libraryId },
    select: { makesStreams: true },
  });
  return library?.makesStreams ?? false;
}
