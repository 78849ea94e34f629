import { type Context, createContext, DomainError, type Services } from "@alcoves/core";
import { runTracked, troubleOf } from "@alcoves/core/processing";
import { GiveUp, isTracked, type Job, type Run, type TrackedJob, TrackedPayload } from "@alcoves/jobs";
import { MediaError } from "@alcoves/media/errors";
import { processors } from "./processors/index.ts";

/** Runs one job in the name of the system: a tracked one through the status engine. */
export async function runProcessor(
  services: Services,
  contract: Job,
  { payload, lastTry }: Run<Job>,
): Promise<void> {
  const ctx = createContext(services, { kind: "system", job: contract.name });
  if (isTracked(contract)) {
    const processor = processors[contract.name];
    const job = { contract, payload: TrackedPayload.parse(payload), lastTry };
    await runTracked(ctx, job, (run) => givingUp(() => processor(ctx, run), lastTry));
  } else {
    await givingUp(() => runPlain(ctx, contract, payload), lastTry);
  }
}

/** `processors` pairs every name with the processor of its own payload, which the type of a union of contracts cannot say. */
function runPlain(ctx: Context, contract: Exclude<Job, TrackedJob>, payload: unknown): Promise<void> {
  return processors[contract.name](ctx, contract.payload.parse(payload) as never);
}

/**
 * A broken file stays broken: no second try, and the reason is told as it is. It is told as it is after the last try of anything
 * else that media work has a sentence for, unless a part of the instance is away: that is waited for.
 */
async function givingUp<Result>(work: () => Promise<Result>, lastTry: boolean): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MediaError && (error.permanent || (lastTry && !troubleOf(error)))) {
      throw new GiveUp(error.reason, { cause: error });
    }
    if (error instanceof DomainError && error.code === "NOT_FOUND") {
      throw new GiveUp("The file is not there any more.", { cause: error });
    }
    throw error;
  }
}
