import {
  ChangeEmail,
  ChangeName,
  ChangePassword,
  ChangePreferences,
  CreateToken,
  changeEmail,
  changeName,
  changePassword,
  changePreferences,
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
  changeName: authedProcedure.input(ChangeName).mutation(({ ctx, input }) => changeName(ctx.core, input)),
  changeEmail: authedProcedure.input(ChangeEmail).mutation(({ ctx, input }) => changeEmail(ctx.core, input)),
  changePassword: authedProcedure
    .input(ChangePassword)
    .mutation(({ ctx, input }) => changePassword(ctx.core, input)),
  changePreferences: authedProcedure
    .input(ChangePreferences)
    .mutation(({ ctx, input }) => changePreferences(ctx.core, input)),
  listSessions: authedProcedure.query(({ ctx }) => listSessions(ctx.core)),
  endSession: authedProcedure.input(OneSession).mutation(({ ctx, input }) => endSession(ctx.core, input)),
  endOtherSessions: authedProcedure.mutation(({ ctx }) => endOtherSessions(ctx.core)),
  listTokens: authedProcedure.query(({ ctx }) => listTokens(ctx.core)),
  createToken: authedProcedure.input(CreateToken).mutation(({ ctx, input }) => createToken(ctx.core, input)),
  revokeToken: authedProcedure
    .input(z.object({ tokenId: z.uuid() }))
    .mutation(({ ctx, input }) => revokeToken(ctx.core, input)),
});
