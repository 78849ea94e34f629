import type { Context } from "../context.ts";
import { meetLookAlikes } from "../likeness/index.ts";
import type { Transaction } from "../transaction.ts";
import { registryVersion } from "./schema.ts";

/** What making the pictures of a file finds out beside them. */
export interface Look {
  /** The placeholder that a grid shows before the pictures. */
  thumbhash: Buffer;
  /** What copies in other sizes and qualities are found by; null for a picture that shows nothing to tell it by. */
  perceptualHash: bigint | null;
}

/** What a row says when its pictures of the present registry were made ahead. */
export function madeAhead({ thumbhash }: Look) {
  return { thumbhash: new Uint8Array(thumbhash), variantsRegistry: registryVersion, variantsStrikes: 0 };
}

/** Keeps that the pictures of a file were made, and brings it together with those that look alike. */
export async function saveVariants(ctx: Transaction<Context>, fileId: string, look: Look): Promise<void> {
  await ctx.db.file.update({ where: { id: fileId }, data: madeAhead(look) });
  await meetLookAlikes(ctx, fileId, look.perceptualHash);
}
