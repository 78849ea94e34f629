import { imageVariant, JobFailed, QueueAway } from "@alcoves/jobs";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Picture } from "./find-picture.ts";
import { pictureTrouble, reasonIn, renderPicture } from "./render.ts";

const timeoutMs = 30_000;

/** Requests of this process for one picture share one piece of work; across processes the job's id makes them one. */
const underWay = new Map<string, Promise<void>>();

/**
 * Makes a picture that is not kept yet: one job whoever asks, or here when the queue is away or cannot tell how it ended.
 * @throws INVALID when the source cannot be read, UNAVAILABLE when it took too long or the server is in trouble
 */
export function ensurePicture(ctx: Context, picture: Picture): Promise<void> {
  const known = underWay.get(picture.key);
  if (known) return known;
  const work = make(ctx, picture).finally(() => underWay.delete(picture.key));
  underWay.set(picture.key, work);
  return work;
}

async function make(ctx: Context, picture: Picture): Promise<void> {
  const { fileId, variantId } = picture;
  try {
    await ctx.services.queues.run(imageVariant, { fileId, variantId }, timeoutMs);
    // A worker of another build makes the picture by its own recipe, and then it is not the one that was asked for.
    if (await ctx.services.storage.stat(picture.key)) return;
  } catch (error) {
    if (error instanceof JobFailed) throw asDomainError(error);
    if (!(error instanceof QueueAway)) throw error;
    ctx.services.log.warn({ fileId, variantId }, "the queue is away, so a picture is made in this process");
  }
  await renderHere(ctx, picture);
}

async function renderHere(ctx: Context, picture: Picture): Promise<void> {
  try {
    await renderPicture(ctx, picture);
  } catch (error) {
    const reason = reasonIn(error);
    throw reason ? new DomainError("INVALID", reason, { cause: error }) : error;
  }
}

/** Of the worker's error the message alone comes through the queue. */
function asDomainError(cause: JobFailed): DomainError {
  if (/timed out/i.test(cause.message)) {
    return new DomainError("UNAVAILABLE", "This picture took too long to make. Try again in a moment.", {
      cause,
    });
  }
  if (cause.message === pictureTrouble) return new DomainError("UNAVAILABLE", pictureTrouble, { cause });
  return new DomainError("INVALID", cause.message, { cause });
}
