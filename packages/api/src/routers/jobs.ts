import {
  ListJobs,
  listJobs,
  OneJob,
  OneQueue,
  PurgeQueue,
  pauseQueue,
  purgeQueue,
  readJobsOverview,
  removeJob,
  resumeQueue,
  retryFailedJob,
  retryFailedJobs,
} from "@alcoves/core/jobs";
import { instanceOwnerProcedure, router } from "../trpc.ts";

export const jobsRouter = router({
  overview: instanceOwnerProcedure.query(({ ctx }) => readJobsOverview(ctx.core)),
  list: instanceOwnerProcedure.input(ListJobs).query(({ ctx, input }) => listJobs(ctx.core, input)),
  retry: instanceOwnerProcedure.input(OneJob).mutation(({ ctx, input }) => retryFailedJob(ctx.core, input)),
  retryFailed: instanceOwnerProcedure
    .input(OneQueue)
    .mutation(({ ctx, input }) => retryFailedJobs(ctx.core, input)),
  remove: instanceOwnerProcedure.input(OneJob).mutation(({ ctx, input }) => removeJob(ctx.core, input)),
  purge: instanceOwnerProcedure.input(PurgeQueue).mutation(({ ctx, input }) => purgeQueue(ctx.core, input)),
  pause: instanceOwnerProcedure.input(OneQueue).mutation(({ ctx, input }) => pauseQueue(ctx.core, input)),
  resume: instanceOwnerProcedure.input(OneQueue).mutation(({ ctx, input }) => resumeQueue(ctx.core, input)),
});
