import { OneFile } from "@alcoves/core/files";
import {
  exportMoments,
  findMoments,
  listMoments,
  OneMoment,
  SaveMoments,
  SearchMoments,
  SomeMoments,
  saveMoments,
  searchMoments,
  stopExport,
} from "@alcoves/core/moments";
import { libraryProcedure, router } from "../trpc.ts";

export const momentsRouter = router({
  list: libraryProcedure("see its files", OneFile).query(({ ctx, input }) => listMoments(ctx.core, input)),
  some: libraryProcedure("see its files", SomeMoments).query(({ ctx, input }) =>
    findMoments(ctx.core, input),
  ),
  search: libraryProcedure("see its files", SearchMoments).query(({ ctx, input }) =>
    searchMoments(ctx.core, input),
  ),
  save: libraryProcedure("make moments", SaveMoments).mutation(({ ctx, input }) =>
    saveMoments(ctx.core, input),
  ),
  export: libraryProcedure("export moments", SomeMoments).mutation(({ ctx, input }) =>
    exportMoments(ctx.core, input),
  ),
  stopExport: libraryProcedure("stop a job", OneMoment).mutation(({ ctx, input }) =>
    stopExport(ctx.core, input),
  ),
});
