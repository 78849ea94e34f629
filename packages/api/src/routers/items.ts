import { CopyItems, copyItems, MoveItems, moveItems, UndoAct } from "@alcoves/core/items";
import { undoAct } from "@alcoves/core/undos";
import { libraryProcedure, router } from "../trpc.ts";

export const itemsRouter = router({
  move: libraryProcedure("move and rename files", MoveItems).mutation(({ ctx, input }) =>
    moveItems(ctx.core, input),
  ),
  /** What may come into the library that the copies go to, the verb decides there. */
  copy: libraryProcedure("download originals", CopyItems).mutation(({ ctx, input }) =>
    copyItems(ctx.core, input),
  ),
  undo: libraryProcedure("move and rename files", UndoAct).mutation(({ ctx, input }) =>
    undoAct(ctx.core, input),
  ),
});
