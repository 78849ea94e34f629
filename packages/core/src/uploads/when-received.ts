import { stat } from "node:fs/promises";
import type { Upload } from "@alcoves/db/models";
import { originalKey, stagingPath } from "@alcoves/storage";
import type { Context } from "../context.ts";

/**
 * Tells whether every byte of an unfinished upload is here: in staging, or already moved into storage by a process that
 * died before it wrote the row.
 * @returns when the last byte came, null while bytes are missing
 */
export async function whenReceived({ services }: Context, upload: Upload): Promise<Date | null> {
  const sizeBytes = Number(upload.sizeBytes);
  const staged = await stat(stagingPath(services.dataPath, upload.id)).catch(() => null);
  if (staged) return staged.size === sizeBytes ? staged.mtime : null;
  const stored = await services.storage.stat(originalKey(upload));
  return stored?.sizeBytes === sizeBytes ? stored.modifiedAt : null;
}
