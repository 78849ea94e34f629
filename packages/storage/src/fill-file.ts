import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Writes a new file and flushes it to the medium. The file is there before the source is read: one that a stream opened
 * in its own time could still appear after whoever met the error had cleared it away.
 */
export async function fillFile(path: string, source: Readable): Promise<void> {
  keepCalm(source);
  const file = await open(path, "wx");
  await pipeline(source, file.createWriteStream({ flush: true }));
}

/** A source may break before it is read. Reading meets that again; without a listener it would end the process. */
export function keepCalm(source: Readable): void {
  source.on("error", () => {});
}
