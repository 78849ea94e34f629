import {
  CreateLibrary,
  createLibrary,
  getLibrary,
  getLibrarySettings,
  InLibrary,
  listLibraries,
  RemoveLibrary,
  removeLibrary,
  UpdateLibrary,
  updateLibrary,
} from "@alcoves/core/libraries";
import { authedProcedure, libraryProcedure, router } from "../trpc.ts";

export const librariesRouter = router({
  list: authedProcedure.query(({ ctx }) => listLibraries(ctx.core)),
  get: libraryProcedure("see the library", InLibrary).query(({ ctx }) => getLibrary(ctx.core)),
  create: authedProcedure.input(CreateLibrary).mutation(({ ctx, input }) => createLibrary(ctx.core, input)),
  settings: libraryProcedure("change the library", InLibrary).query(({ ctx }) =>
    getLibrarySettings(ctx.core),
  ),
  update: libraryProcedure("change the library", UpdateLibrary).mutation(({ ctx, input }) =>
    updateLibrary(ctx.core, input),
  ),
  remove: libraryProcedure("delete the library", RemoveLibrary).mutation(({ ctx, input }) =>
    removeLibrary(ctx.core, input),
  ),
});
