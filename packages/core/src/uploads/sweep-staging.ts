import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { stagingFolder } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { abandonUpload } from "./abandon.ts";
import { isUploadId } from "./access.ts";

/** Bytes that came in just now may belong to an upload whose row is about to be written. */
const settledMs = 60 * 60 * 1_000;

/**
 * Removes staged bytes whose upload is gone: its sender was removed from the library, the library was deleted, or the
 * process died between the two.
 */
export async function sweepStaging(ctx: Context): Promise<void> {
  const folder = stagingFolder(ctx.services.dataPath);
  const names = await readdir(folder);
  const staged = [...new Set(names.map((name) => name.replace(/\.json$/, "")).filter(isUploadId))];
  const rows = await ctx.db.upload.findMany({ where: { id: { in: staged } }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  for (const id of staged.filter((id) => !known.has(id))) {
    const found = await stat(join(folder, id)).catch(() => null); // finished meanwhile, or its note alone is left
    const quietMs = ctx.services.clock().getTime() - (found?.mtime.getTime() ?? 0);
    if (quietMs > settledMs) await abandonUpload(ctx, { id });
  }
}
