import {
  CreateInvite,
  createInvite,
  listInvites,
  OneInvite,
  previewInvite,
  redeemInvite,
  revokeInvite,
  ShownInvite,
} from "@alcoves/core/invites";
import { InLibrary } from "@alcoves/core/libraries";
import { authedProcedure, libraryProcedure, publicProcedure, router } from "../trpc.ts";

export const invitesRouter = router({
  list: libraryProcedure("manage members", InLibrary).query(({ ctx }) => listInvites(ctx.core)),
  create: libraryProcedure("manage members", CreateInvite).mutation(({ ctx, input }) =>
    createInvite(ctx.core, input),
  ),
  revoke: libraryProcedure("manage members", OneInvite).mutation(({ ctx, input }) =>
    revokeInvite(ctx.core, input),
  ),
  preview: publicProcedure.input(ShownInvite).query(({ ctx, input }) => previewInvite(ctx.core, input)),
  redeem: authedProcedure.input(ShownInvite).mutation(({ ctx, input }) => redeemInvite(ctx.core, input)),
});
