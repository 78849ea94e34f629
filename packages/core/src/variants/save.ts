import type { Context } from "../context.ts";
import type { Transaction } from "../transaction.ts";
import { registryVersion } from "./schema.ts";

/** What a row says when its pictures of the present registry were made ahead, with the placeholder that a grid shows before them. */
export function madeAhead(thumbhash: Buffer) {
  return { thumbhash: new Uint8Array(thumbhash), variantsRegistry: registryVersion, variantsStrikes: 0 };
}

/** Keeps that the pictures of a file were made. */
export async function saveVariants(
  ctx: Transaction<Context>,
  fileId: string,
  thumbhash: Buffer,
): Promise<void> {
  await ctx.db.file.update({ where: { id: fileId }, data: madeAhead(thumbhash) });
}
