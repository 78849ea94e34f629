import { ShowOutline, ShowSlice, showOutline, showSlice } from "@alcoves/core/timeline";
import { libraryProcedure, router } from "../trpc.ts";

export const timelineRouter = router({
  outline: libraryProcedure("see its files", ShowOutline).query(({ ctx, input }) =>
    showOutline(ctx.core, input),
  ),
  slice: libraryProcedure("see its files", ShowSlice).query(({ ctx, input }) => showSlice(ctx.core, input)),
});
