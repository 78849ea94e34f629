import {
  getFile,
  ListFiles,
  listFiles,
  OneFile,
  RetryJob,
  retryJob,
  SomeFiles,
  someFiles,
} from "@alcoves/core/files";
import { libraryProcedure, router } from "../trpc.ts";

export const filesRouter = router({
  list: libraryProcedure("viewer")
    .input(ListFiles)
    .query(({ ctx, input }) => listFiles(ctx.core, input)),
  some: libraryProcedure("viewer")
    .input(SomeFiles)
    .query(({ ctx, input }) => someFiles(ctx.core, input)),
  get: libraryProcedure("viewer")
    .input(OneFile)
    .query(({ ctx, input }) => getFile(ctx.core, input)),
  retryJob: libraryProcedure("contributor")
    .input(RetryJob)
    .mutation(({ ctx, input }) => retryJob(ctx.core, input)),
});
