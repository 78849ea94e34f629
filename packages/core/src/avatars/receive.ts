import { randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { scratchPath } from "../scratch.ts";

/**
 * Receives bytes into a scratch file, for as long as `work` takes. What is too large is refused while it comes; its sender
 * may go on, into nothing, and still reads the answer.
 * @throws TOO_LARGE after `maxBytes`, INVALID when the sender broke off
 */
export async function withReceived<Result>(
  { services }: Context,
  { body, maxBytes }: { body: Readable; maxBytes: number },
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const path = join(scratchPath(services), randomUUID());
  try {
    await receive(body, { path, maxBytes });
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function receive(
  body: Readable,
  { path, maxBytes }: { path: string; maxBytes: number },
): Promise<void> {
  const file = await open(path, "wx");
  try {
    let sizeBytes = 0;
    for await (const chunk of arriving(body)) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) throw tooLarge(maxBytes);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
}

/** The pieces of a body. Leaving off early leaves its socket whole, or the answer could not be sent. */
async function* arriving(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body.iterator({ destroyOnReturn: false });
  } catch (cause) {
    throw new DomainError("INVALID", "The picture did not arrive whole. Send it again.", { cause });
  }
}

/** The refusal of what is larger than may be. */
export function tooLarge(maxBytes: number): DomainError {
  return new DomainError("TOO_LARGE", `Choose a picture of at most ${maxBytes / 1024 / 1024} MB.`);
}
