import { ListMapFiles, listMapFiles, ShowClusters, showClusters } from "@alcoves/core/map";
import { libraryProcedure, router } from "../trpc.ts";

export const mapRouter = router({
  clusters: libraryProcedure("see its files", ShowClusters).query(({ ctx, input }) =>
    showClusters(ctx.core, input),
  ),
  files: libraryProcedure("see its files", ListMapFiles).query(({ ctx, input }) =>
    listMapFiles(ctx.core, input),
  ),
});
