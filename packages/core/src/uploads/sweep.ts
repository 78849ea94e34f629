import type { Upload } from "@alcoves/db/models";
import type { Context, LibraryContext } from "../context.ts";
import { abandonUpload } from "./abandon.ts";
import { finishUpload } from "./finish.ts";
import { sweepStaging } from "./sweep-staging.ts";
import { whenReceived } from "./when-received.ts";

const hourMs = 60 * 60 * 1_000;
/** How long an unfinished upload may be resumed. */
const resumableMs = 7 * 24 * hourMs;
/** How long a finished one is remembered, for a client that missed the last answer. */
const rememberedMs = 24 * hourMs;
/** A last request that runs longer than this has lost its process. */
const settledMs = 60_000;

/**
 * Finishes uploads whose last byte arrived just before a crash, and forgets those that nobody came back for.
 * @returns how many were finished
 */
export async function sweepUploads(ctx: Context): Promise<number> {
  const now = ctx.services.clock().getTime();
  await ctx.db.upload.deleteMany({ where: { finishedAt: { lt: new Date(now - rememberedMs) } } });
  const open = await ctx.db.upload.findMany({
    where: { finishedAt: null },
    take: 1_000,
    orderBy: { createdAt: "asc" },
  });
  let finished = 0;
  for (const upload of open) {
    try {
      if (await sweepOne(ctx, upload, now)) finished += 1;
    } catch (error) {
      // One that cannot be finished must not keep the others waiting; it is looked at again with the next sweep.
      ctx.services.log.error({ error, uploadId: upload.id }, "an upload could not be finished by the sweep");
    }
  }
  await sweepStaging(ctx);
  return finished;
}

/** @returns whether it was finished. Quiet for a while means that no request is about to finish it with its hash. */
async function sweepOne(ctx: Context, upload: Upload, now: number): Promise<boolean> {
  const receivedAt = await whenReceived(ctx, upload);
  if (receivedAt && now - receivedAt.getTime() > settledMs) {
    await finishUpload(asOwner(ctx, upload), upload, null);
    return true;
  }
  if (!receivedAt && now - upload.createdAt.getTime() > resumableMs) await abandonUpload(ctx, upload);
  return false;
}

/** The upload was allowed when it began; the sweep finishes it in the name of its account. */
function asOwner(ctx: Context, { libraryId, userId }: Upload): LibraryContext {
  return {
    ...ctx,
    principal: { kind: "member", userId, sessionId: "", isInstanceOwner: false },
    access: { libraryId, role: "contributor" },
  };
}
