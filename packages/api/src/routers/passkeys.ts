import {
  AddPasskey,
  addPasskey,
  beginAddingPasskey,
  beginPasskeySignIn,
  listPasskeys,
  OnePasskey,
  RenamePasskey,
  removePasskey,
  renamePasskey,
} from "@alcoves/core/passkeys";
import { Confirmed } from "@alcoves/core/passwords";
import { authedProcedure, publicProcedure, router } from "../trpc.ts";

export const passkeysRouter = router({
  list: authedProcedure.query(({ ctx }) => listPasskeys(ctx.core)),
  beginAdding: authedProcedure
    .input(Confirmed)
    .mutation(({ ctx, input }) => beginAddingPasskey(ctx.core, input)),
  add: authedProcedure.input(AddPasskey).mutation(({ ctx, input }) => addPasskey(ctx.core, input)),
  rename: authedProcedure.input(RenamePasskey).mutation(({ ctx, input }) => renamePasskey(ctx.core, input)),
  remove: authedProcedure.input(OnePasskey).mutation(({ ctx, input }) => removePasskey(ctx.core, input)),
  beginSignIn: publicProcedure.mutation(({ ctx }) => beginPasskeySignIn(ctx.core)),
});
