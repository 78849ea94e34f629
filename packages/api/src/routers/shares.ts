import { OneMoment } from "@alcoves/core/moments";
import {
  CreateShare,
  createShare,
  listShares,
  OneShare,
  openShare,
  revokeShare,
  ShownShare,
} from "@alcoves/core/shares";
import { libraryProcedure, publicProcedure, router } from "../trpc.ts";

export const sharesRouter = router({
  list: libraryProcedure("share moments", OneMoment).query(({ ctx, input }) => listShares(ctx.core, input)),
  create: libraryProcedure("share moments", CreateShare).mutation(({ ctx, input }) =>
    createShare(ctx.core, input),
  ),
  revoke: libraryProcedure("share moments", OneShare).mutation(({ ctx, input }) =>
    revokeShare(ctx.core, input),
  ),
  visit: publicProcedure.input(ShownShare).query(({ ctx, input }) => openShare(ctx.core, input)),
});
