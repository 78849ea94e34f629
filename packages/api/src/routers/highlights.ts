import {
  CreateHighlight,
  createHighlight,
  listHighlights,
  OneHighlight,
  removeHighlight,
  UpdateHighlight,
  updateHighlight,
} from "@alcoves/core/highlights";
import { InLibrary } from "@alcoves/core/libraries";
import { libraryProcedure, router } from "../trpc.ts";

export const highlightsRouter = router({
  list: libraryProcedure("see its files", InLibrary).query(({ ctx }) => listHighlights(ctx.core)),
  create: libraryProcedure("make highlights", CreateHighlight).mutation(({ ctx, input }) =>
    createHighlight(ctx.core, input),
  ),
  update: libraryProcedure("make highlights", UpdateHighlight).mutation(({ ctx, input }) =>
    updateHighlight(ctx.core, input),
  ),
  remove: libraryProcedure("make highlights", OneHighlight).mutation(({ ctx, input }) =>
    removeHighlight(ctx.core, input),
  ),
});
