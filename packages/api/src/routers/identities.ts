import { disconnectIdentity, listIdentities, OneIdentity } from "@alcoves/core/identities";
import { authedProcedure, router } from "../trpc.ts";

export const identitiesRouter = router({
  list: authedProcedure.query(({ ctx }) => listIdentities(ctx.core)),
  disconnect: authedProcedure
    .input(OneIdentity)
    .mutation(({ ctx, input }) => disconnectIdentity(ctx.core, input)),
});
