import { rm } from "node:fs/promises";
import type { Upload } from "@alcoves/db/models";
import { stagingPath } from "@alcoves/storage";
import type { Context } from "../context.ts";

/** Forgets an unfinished upload and its bytes. Idempotent. */
export async function abandonUpload(ctx: Context, { id }: Pick<Upload, "id">): Promise<void> {
  const staged = stagingPath(ctx.services.dataPath, id);
  await rm(staged, { force: true });
  await rm(`${staged}.json`, { force: true });
  await ctx.db.upload.deleteMany({ where: { id, finishedAt: null } });
}
