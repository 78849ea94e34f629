import { QueueAway } from "@alcoves/jobs";
import { DomainError } from "../errors.ts";

/** Waits for an answer of the queues. @throws UNAVAILABLE when Redis does not answer */
export async function reachingQueue<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof QueueAway)) throw error;
    throw new DomainError("UNAVAILABLE", "The queue does not answer. Start Redis, then try again.", {
      cause: error,
    });
  }
}
