import {
  CancelJob,
  cancelJob,
  DescribeFile,
  describeFile,
  getFile,
  ListFiles,
  listFiles,
  OneFile,
  RetryJob,
  retryJob,
  SomeFiles,
  someFiles,
} from "@alcoves/core/files";
import { RenameFile, renameFile } from "@alcoves/core/items";
import { libraryProcedure, router } from "../trpc.ts";

export const filesRouter = router({
  list: libraryProcedure("see its files", ListFiles).query(({ ctx, input }) => listFiles(ctx.core, input)),
  some: libraryProcedure("see its files", SomeFiles).query(({ ctx, input }) => someFiles(ctx.core, input)),
  get: libraryProcedure("see its files", OneFile).query(({ ctx, input }) => getFile(ctx.core, input)),
  describe: libraryProcedure("describe files", DescribeFile).mutation(({ ctx, input }) =>
    describeFile(ctx.core, input),
  ),
  rename: libraryProcedure("move and rename files", RenameFile).mutation(({ ctx, input }) =>
    renameFile(ctx.core, input),
  ),
  retryJob: libraryProcedure("ask for a job again", RetryJob).mutation(({ ctx, input }) =>
    retryJob(ctx.core, input),
  ),
  cancelJob: libraryProcedure("stop a job", CancelJob).mutation(({ ctx, input }) =>
    cancelJob(ctx.core, input),
  ),
});
