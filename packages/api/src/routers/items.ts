import { MoveItems, moveItems, UndoAct } from "@alcoves/core/items";
import { undoAct } from "@alcoves/core/undos";
import { libraryProcedure, router } from "../trpc.ts";

export const itemsRouter = router({
  move: libraryProcedure("move and rename files", MoveItems).mutation(({ ctx, input }) =>
    moveItems(ctx.core, input),
  ),
  undo: libraryProcedure("move and rename files", UndoAct).mutation(({ ctx, input }) =>
    undoAct(ctx.core, input),
  ),
});
