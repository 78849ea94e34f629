import { getSettings, UpdateSettings, updateSettings } from "@alcoves/core/settings";
import { instanceOwnerProcedure, router } from "../trpc.ts";

export const settingsRouter = router({
  get: instanceOwnerProcedure.query(({ ctx }) => getSettings(ctx.core)),
  update: instanceOwnerProcedure
    .input(UpdateSettings)
    .mutation(({ ctx, input }) => updateSettings(ctx.core, input)),
});
