import { CreateLibrary, createLibrary, getLibrary, listLibraries } from "@alcoves/core/libraries";
import { authedProcedure, libraryProcedure, router } from "../trpc.ts";

export const librariesRouter = router({
  list: authedProcedure.query(({ ctx }) => listLibraries(ctx.core)),
  get: libraryProcedure("viewer").query(({ ctx }) => getLibrary(ctx.core)),
  create: authedProcedure.input(CreateLibrary).mutation(({ ctx, input }) => createLibrary(ctx.core, input)),
});
