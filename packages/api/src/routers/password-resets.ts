import {
  LookAtReset,
  lookAtReset,
  RequestReset,
  ResetPassword,
  requestReset,
  resetPassword,
} from "@alcoves/core/password-resets";
import { publicProcedure, router } from "../trpc.ts";

/** Mutations alone, looking too: the token of a link stands in no address that a log or a cache may keep. */
export const passwordResetsRouter = router({
  request: publicProcedure.input(RequestReset).mutation(({ ctx, input }) => requestReset(ctx.core, input)),
  look: publicProcedure.input(LookAtReset).mutation(({ ctx, input }) => lookAtReset(ctx.core, input)),
  use: publicProcedure.input(ResetPassword).mutation(({ ctx, input }) => resetPassword(ctx.core, input)),
});
