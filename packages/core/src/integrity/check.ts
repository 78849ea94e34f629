import type { Context } from "../context.ts";
import { checkAvatars } from "./avatars.ts";
import { checkBlobs } from "./blobs.ts";
import { checkClips } from "./clips.ts";
import { checkDerivatives } from "./derivatives.ts";
import { checkOriginals } from "./originals.ts";
import { Check, type CheckListener, type CheckOptions } from "./running-check.ts";
import type { CheckSummary } from "./schema.ts";

/**
 * Compares storage with the database, both ways: is every original there and unchanged, is everything there that was made
 * from it, and does somebody refer to each blob? It may run beside a live instance, and changes nothing without `repair`.
 * Memory stays flat: rows and blobs are looked at in batches.
 * @throws StorageUnavailable when the storage is away: then nothing could be said of what lies there
 */
export async function checkStorage(
  ctx: Context,
  options: CheckOptions,
  listener: CheckListener,
): Promise<CheckSummary> {
  const check = new Check(ctx, options, listener);
  await checkOriginals(check);
  await checkDerivatives(check);
  await checkClips(check);
  await checkAvatars(check);
  await checkBlobs(check);
  return check.summary;
}
