import { Confirmed } from "@alcoves/core/passwords";
import {
  beginSecondFactor,
  ConfirmSecondFactor,
  confirmSecondFactor,
  disableSecondFactor,
  getSecondFactor,
  renewRecoveryCodes,
} from "@alcoves/core/second-factor";
import { authedProcedure, router } from "../trpc.ts";

export const secondFactorRouter = router({
  get: authedProcedure.query(({ ctx }) => getSecondFactor(ctx.core)),
  begin: authedProcedure.input(Confirmed).mutation(({ ctx, input }) => beginSecondFactor(ctx.core, input)),
  confirm: authedProcedure
    .input(ConfirmSecondFactor)
    .mutation(({ ctx, input }) => confirmSecondFactor(ctx.core, input)),
  disable: authedProcedure
    .input(Confirmed)
    .mutation(({ ctx, input }) => disableSecondFactor(ctx.core, input)),
  renewRecoveryCodes: authedProcedure
    .input(Confirmed)
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx.core, input)),
});
