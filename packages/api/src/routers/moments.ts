import { OneFile } from "@alcoves/core/files";
import {
  ExportMoments,
  exportMoments,
  listMoments,
  OneMoment,
  SaveMoments,
  saveMoments,
  stopExport,
} from "@alcoves/core/moments";
import { libraryProcedure, router } from "../trpc.ts";

export const momentsRouter = router({
  list: libraryProcedure("see its files", OneFile).query(({ ctx, input }) => listMoments(ctx.core, input)),
  save: libraryProcedure("make moments", SaveMoments).mutation(({ ctx, input }) =>
    saveMoments(ctx.core, input),
  ),
  export: libraryProcedure("export moments", ExportMoments).mutation(({ ctx, input }) =>
    exportMoments(ctx.core, input),
  ),
  stopExport: libraryProcedure("stop a job", OneMoment).mutation(({ ctx, input }) =>
    stopExport(ctx.core, input),
  ),
});
