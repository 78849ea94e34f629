import { checkHealth } from "@alcoves/core";
import { publicProcedure, router } from "../trpc.ts";

export const systemRouter = router({
  health: publicProcedure.query(async ({ ctx }) => {
    const { ok, missing } = await checkHealth(ctx.core.services);
    return { ok, missing };
  }),
});
