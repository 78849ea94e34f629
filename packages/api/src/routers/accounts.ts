import {
  CreateToken,
  createToken,
  endOtherSessions,
  endSession,
  getMe,
  getRegistration,
  listSessions,
  listTokens,
  OneSession,
  Register,
  register,
  revokeToken,
} from "@alcoves/core/accounts";
import { z } from "zod";
import { authedProcedure, publicProcedure, router } from "../trpc.ts";

export const accountsRouter = router({
  registration: publicProcedure.query(({ ctx }) => getRegistration(ctx.core)),
  register: publicProcedure.input(Register).mutation(({ ctx, input }) => register(ctx.core, input)),
  me: authedProcedure.query(({ ctx }) => getMe(ctx.core)),
  listSessions: authedProcedure.query(({ ctx }) => listSessions(ctx.core)),
  endSession: authedProcedure.input(OneSession).mutation(({ ctx, input }) => endSession(ctx.core, input)),
  endOtherSessions: authedProcedure.mutation(({ ctx }) => endOtherSessions(ctx.core)),
  listTokens: authedProcedure.query(({ ctx }) => listTokens(ctx.core)),
  createToken: authedProcedure.input(CreateToken).mutation(({ ctx, input }) => createToken(ctx.core, input)),
  revokeToken: authedProcedure
    .input(z.object({ tokenId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeToken(ctx.core, input)),
});
