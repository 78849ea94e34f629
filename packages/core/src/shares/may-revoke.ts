import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { mayChangeMoment } from "../moments/index.ts";

/** @returns whether the principal may end a share: who made it, whoever may change its moment, and admins */
export function mayRevokeShare(
  ctx: LibraryContext,
  share: {
    createdById: string | null;
    moment: { createdById: string | null; file: { uploadedById: string | null } };
  },
): boolean {
  return mayChangeOf(ctx, share.createdById) || mayChangeMoment(ctx, share.moment);
}
