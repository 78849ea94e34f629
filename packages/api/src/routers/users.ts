import { CreateResetLink, createResetLink } from "@alcoves/core/password-resets";
import { listUsers } from "@alcoves/core/users";
import { instanceOwnerProcedure, router } from "../trpc.ts";

export const usersRouter = router({
  list: instanceOwnerProcedure.query(({ ctx }) => listUsers(ctx.core)),
  createResetLink: instanceOwnerProcedure
    .input(CreateResetLink)
    .mutation(({ ctx, input }) => createResetLink(ctx.core, input)),
});
