import { KnownFiles, KnownSizes, knownFiles, knownSizes } from "@alcoves/core/uploads";
import { libraryProcedure, router } from "../trpc.ts";

/** Bytes go to /api/tus; here a browser asks beforehand whether it has to send them. Mutations only for the size of the question. */
export const uploadsRouter = router({
  knownSizes: libraryProcedure("upload files", KnownSizes).mutation(({ ctx, input }) =>
    knownSizes(ctx.core, input),
  ),
  known: libraryProcedure("upload files", KnownFiles).mutation(({ ctx, input }) =>
    knownFiles(ctx.core, input),
  ),
});
