import type { Context } from "@alcoves/core";
import type { Outcome, TrackedRun } from "@alcoves/core/processing";
import type { Job, JobName, PayloadOf, TrackedJob } from "@alcoves/jobs";

/** Implements a job whose state stands on a row: the status engine runs it. */
export type TrackedProcessor = (ctx: Context, run: TrackedRun) => Promise<Outcome>;

/** Implements a job without a row. */
export type PlainProcessor<Contract extends Job> = (
  ctx: Context,
  payload: PayloadOf<Contract>,
) => Promise<void>;

type ContractOf<Name extends JobName> = Extract<Job, { name: Name }>;

/** One implementation for each job, of the kind its contract asks for. */
export type Processors = {
  [Name in JobName]: ContractOf<Name> extends TrackedJob
    ? TrackedProcessor
    : PlainProcessor<ContractOf<Name>>;
};
