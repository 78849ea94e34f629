import { findJob, type Job } from "@alcoves/jobs";
import { notFound } from "../errors.ts";

/** @throws NOT_FOUND for a queue that this build does not have */
export function contractOf({ queue }: { queue: string }): Job {
  const contract = findJob(queue);
  if (!contract) throw notFound("queue");
  return contract;
}
