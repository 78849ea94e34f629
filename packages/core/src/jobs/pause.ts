import { recordAudit } from "../audit/index.ts";
import type { Context } from "../context.ts";
import { contractOf } from "./find-contract.ts";
import { reachingQueue } from "./reaching-queue.ts";
import { requireKeeper } from "./require-keeper.ts";
import { OneQueue } from "./schema.ts";

/** Keeps workers from taking jobs of a queue, until it is resumed. What runs goes on. @throws FORBIDDEN but for the instance owner */
export async function pauseQueue(ctx: Context, input: OneQueue): Promise<void> {
  requireKeeper(ctx);
  const contract = contractOf(OneQueue.parse(input));
  await reachingQueue(ctx.services.queueDesk.pause(contract));
  await recordAudit(ctx, "queue.paused", { queue: contract.name });
}

/** Lets workers take jobs of a queue again. @throws FORBIDDEN but for the instance owner */
export async function resumeQueue(ctx: Context, input: OneQueue): Promise<void> {
  requireKeeper(ctx);
  const contract = contractOf(OneQueue.parse(input));
  await reachingQueue(ctx.services.queueDesk.resume(contract));
  await recordAudit(ctx, "queue.resumed", { queue: contract.name });
}
