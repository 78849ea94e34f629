import { fileVariants, warmVariants } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { meetLookAlikes } from "../likeness/index.ts";
import { requestJobs } from "../processing/index.ts";
import { transaction } from "../transaction.ts";
import { type Look, madeAhead } from "./save.ts";
import { registryVersion } from "./schema.ts";
import { mostStrikes } from "./strikes.ts";

/** Files that one pass asks for. */
const passSize = 500;

/** How far the passes are in the order of the index: the next one begins behind it. */
export interface WarmingPlace {
  registry: number;
  fileId: string;
}

interface ColdFile extends WarmingPlace {
  version: number;
  strikes: number;
  failed: boolean;
}

const cold = (bounds: string) => `
  SELECT id AS "fileId", variants_registry AS registry, variants_version AS version,
         variants_strikes AS strikes, variants_status = 'failed' AS failed
  FROM files
  WHERE trashed_at IS NULL AND variants_strikes < ${mostStrikes} AND variants_version > 0
    AND (variants_registry, id) > ($2::int, $3::uuid) AND variants_registry ${bounds} $1::int
    AND variants_status IN ('ready', 'failed')
  ORDER BY variants_registry, id LIMIT ${passSize}`;

/** Versions below and above ours apart, so that the many files that are at ours are never read. */
const coldStatement = {
  name: "files-cold",
  text: `(${cold("<")}) UNION ALL (${cold(">")}) LIMIT ${passSize}`,
};
const beforeAll: WarmingPlace = { registry: -1, fileId: "00000000-0000-0000-0000-000000000000" };

/**
 * One pass of pre-warming: asks for the pictures of up to 500 files that have none of the present registry. What people see of
 * a file whose pictures are there stays as it is meanwhile; what failed is queued again for all to see.
 * @param place where the last pass ended, so that files which fail over and over keep no others waiting; null to begin anew
 * @returns where this pass ended, null at the end of all files, and how many it asked for
 * @throws when the database or the queue does not answer
 */
export async function requestWarming(
  ctx: Context,
  place: WarmingPlace | null,
): Promise<{ place: WarmingPlace | null; asked: number }> {
  const { registry, fileId } = place ?? beforeAll;
  const files = await ctx.sql.read<ColdFile>(coldStatement, [registryVersion, registry, fileId]);
  const failed = files.filter((file) => file.failed).map((file) => file.fileId);
  await transaction(ctx, (ctx) => requestJobs(ctx, fileVariants, failed));
  await ctx.services.queues.send(files.filter((file) => !file.failed).map(jobOf));
  const last = files.at(-1);
  return { place: files.length === passSize && last ? last : null, asked: files.length };
}

function jobOf({ fileId, version, strikes }: ColdFile) {
  const payload = { fileId, version, strikes, registry: registryVersion };
  return { job: warmVariants.name, jobId: warmVariants.dedupe(payload), payload };
}

/**
 * Marks a file whose pictures of the present registry have been made ahead, and removes those that no address leads to any more.
 * Does neither when its pictures were asked for anew meanwhile: that job sees to all.
 */
export async function finishWarming(
  ctx: Context,
  { fileId, version, look, old }: { fileId: string; version: number; look: Look; old: readonly string[] },
): Promise<void> {
  const isMarked = await transaction(ctx, async (ctx) => {
    const { count } = await ctx.db.file.updateMany({
      where: { id: fileId, variantsVersion: version, variantsStatus: "ready" },
      data: madeAhead(look),
    });
    if (count > 0) await meetLookAlikes(ctx, fileId, look.perceptualHash);
    return count > 0;
  });
  if (!isMarked) return;
  for (const key of old) await ctx.services.storage.remove(key);
}
