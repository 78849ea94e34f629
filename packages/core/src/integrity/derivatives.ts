import { Readable } from "node:stream";
import { fileVariants, type TrackedJob } from "@alcoves/jobs";
import { cachePrefix, derivativeStem, readKey, variantKey } from "@alcoves/storage";
import { sourceVersionOf } from "../files/index.ts";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import { pictureVersion, premadeVariants, registryVersion, variants } from "../variants/schema.ts";
import { type CheckedFile, fileBatches, findCheckedFiles, labelOf } from "./file-batches.ts";
import { completeParts } from "./parts.ts";
import type { Check, Suspect } from "./running-check.ts";

const places = 8;

/** Something that a row says was made, and the job that makes it again. */
type MissingDerivative = Suspect & { job: TrackedJob | null };

/** Is everything there that was made from files? What is taken out of the trash should be whole, so it is asked of that too. */
export async function checkDerivatives(check: Check): Promise<void> {
  const total = await check.ctx.db.file.count();
  let done = 0;
  for await (const ids of fileBatches(check.ctx)) {
    const found = await check.lookTwice(ids, (ids) => look(check, ids));
    const asked = check.options.repair ? await askAgain(check, found) : new Set<TrackedJob>();
    for (const missing of found) check.tell(missing, missing.job !== null && asked.has(missing.job));
    done += ids.length;
    check.progress("derivatives", done, total);
  }
}

async function look({ ctx }: Check, ids: readonly string[]): Promise<MissingDerivative[]> {
  const files = await findCheckedFiles(ctx, ids);
  const missing: MissingDerivative[] = [];
  await Readable.from(files.filter(({ purgedAt }) => !purgedAt)).forEach(
    async (file: CheckedFile) => {
      const wanted = wantedOf(file);
      if (wanted.length === 0) return;
      const there = new Set<string>();
      for await (const key of ctx.services.storage.list(cachePrefix(idsOf(file)))) {
        there.add(key);
        const named = readKey(key);
        if (named?.scope === "cache") there.add(derivativeStem(named));
      }
      for (const { key, job } of wanted) {
        if (!there.has(key)) missing.push({ ...labelOf(file), flaw: "missing derivative", key, job });
      }
    },
    { concurrency: places },
  );
  return missing;
}

/** Keys of pictures, and what the keys of all else begin with. */
function wantedOf(file: CheckedFile): { key: string; job: TrackedJob | null }[] {
  const ids = idsOf(file);
  const sourceVersion = sourceVersionOf(file);
  // Of another registry they are still to be made; until then they are made on demand.
  const isWarm = file.variantsStatus === "ready" && file.variantsRegistry === registryVersion;
  const pictures = isWarm && sourceVersion > 0 ? premadeVariants : [];
  return [
    ...completeParts(file).map(({ job, ...part }) => ({ key: derivativeStem({ ...ids, ...part }), job })),
    ...pictures.map((spec) => ({
      key: variantKey({ ...ids, version: pictureVersion(sourceVersion, variants[spec]), spec }),
      job: fileVariants,
    })),
  ];
}

/** @returns the jobs that were asked for */
async function askAgain({ ctx }: Check, found: readonly MissingDerivative[]): Promise<Set<TrackedJob>> {
  const byJob = new Map<TrackedJob, Set<string>>();
  for (const { item, job } of found) if (job) byJob.set(job, (byJob.get(job) ?? new Set()).add(item));
  if (byJob.size === 0) return new Set();
  await transaction(ctx, async (ctx) => {
    for (const [job, fileIds] of byJob) await requestJobs(ctx, job, [...fileIds]);
  });
  return new Set(byJob.keys());
}

function idsOf({ id, libraryId }: CheckedFile) {
  return { libraryId, fileId: id };
}
