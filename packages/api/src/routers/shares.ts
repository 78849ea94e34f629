import {
  CreateShare,
  createShare,
  listShares,
  OneShare,
  openShare,
  openShareItem,
  revokeShare,
  SharedSubject,
  ShownItem,
  VisitShare,
} from "@alcoves/core/shares";
import { libraryProcedure, publicProcedure, router } from "../trpc.ts";

export const sharesRouter = router({
  list: libraryProcedure("share by link", SharedSubject).query(({ ctx, input }) =>
    listShares(ctx.core, input),
  ),
  create: libraryProcedure("share by link", CreateShare).mutation(({ ctx, input }) =>
    createShare(ctx.core, input),
  ),
  revoke: libraryProcedure("share by link", OneShare).mutation(({ ctx, input }) =>
    revokeShare(ctx.core, input),
  ),
  visit: publicProcedure.input(VisitShare).query(({ ctx, input }) => openShare(ctx.core, input)),
  visitItem: publicProcedure.input(ShownItem).query(({ ctx, input }) => openShareItem(ctx.core, input)),
});
