import { PrepareDownload, prepareDownload } from "@alcoves/core/downloads";
import { libraryProcedure, router } from "../trpc.ts";

export const downloadsRouter = router({
  prepare: libraryProcedure("download originals", PrepareDownload).mutation(({ ctx, input }) =>
    prepareDownload(ctx.core, input),
  ),
});
