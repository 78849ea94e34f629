import { stat } from "node:fs/promises";
import type { Upload } from "@alcoves/db/models";
import { stagingPath } from "@alcoves/storage";
import type { Context, LibraryContext } from "../context.ts";
import { abandonUpload } from "./abandon.ts";
import { finishUpload } from "./finish.ts";

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
    if (await isComplete(ctx, upload, now)) {
      await finishUpload(asOwner(ctx, upload), upload, null);
      finished += 1;
    } else if (now - upload.createdAt.getTime() > resumableMs) {
      await abandonUpload(ctx, upload);
    }
  }
  return finished;
}

/** Complete, and quiet for a while, so that no request is about to finish it with its hash. */
async function isComplete(ctx: Context, upload: Upload, now: number): Promise<boolean> {
  const staged = await stat(stagingPath(ctx.services.dataPath, upload.id)).catch(() => null);
  return staged?.size === Number(upload.sizeBytes) && now - staged.mtimeMs > settledMs;
}

/** The upload was allowed when it began; the sweep finishes it in the name of its account. */
function asOwner(ctx: Context, { libraryId, userId }: Upload): LibraryContext {
  return {
    ...ctx,
    principal: { kind: "member", userId, sessionId: "", isInstanceOwner: false },
    access: { libraryId, role: "contributor" },
  };
}
