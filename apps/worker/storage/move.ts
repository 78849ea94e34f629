import { ConfigError, readStorageConfig } from "@alcoves/config";
import { moveStorage } from "@alcoves/core/storage-move";
import { createBlobStore } from "@alcoves/storage";
import { openServices } from "./open-services.ts";
import { counted, createProgressLine, inWords, printable } from "./terminal.ts";

/**
 * `npm run storage migrate`.
 * @returns 0 when every blob is in the target, 1 otherwise
 * @throws ConfigError when the target is not described, or the source would be removed under the instance
 */
export async function move(asked: {
  to: "s3" | "local";
  fast: boolean;
  removeSource: boolean;
}): Promise<number> {
  const { config, services, ctx } = await openServices();
  const line = createProgressLine();
  try {
    const isInUse = config.storage.driver === asked.to;
    if (asked.removeSource && !isInUse) {
      throw new ConfigError([
        `ALCOVES_STORAGE is not ${asked.to} yet, so the instance needs its source. Set it, start Alcoves again, then remove the source.`,
      ]);
    }
    const to = createBlobStore(readStorageConfig(asked.to));
    const from = createBlobStore(readStorageConfig(asked.to === "s3" ? "local" : "s3"));
    await Promise.all([from.check(), to.check()]);
    const { fast, removeSource } = asked;
    const summary = await moveStorage(
      ctx,
      { from, to, fast, removeSource },
      {
        progress: ({ seen, total, copied, readBytes }) =>
          line.draw(
            () =>
              `${seen.toLocaleString("en")} of ${counted(total, "blob")}, ${copied.toLocaleString("en")} copied, ${inWords(readBytes)} read`,
          ),
        left(key, reason) {
          line.clear();
          console.log(printable(`left: ${key}: ${reason}`));
        },
      },
    );
    line.clear();
    console.log(
      `${counted(summary.total, "blob")}: ${summary.copied.toLocaleString("en")} copied now, ${summary.left.toLocaleString("en")} left.`,
    );
    console.log(adviceOf({ ...asked, left: summary.left, isInUse }));
    return summary.left === 0 ? 0 : 1;
  } finally {
    line.clear();
    await services.close();
  }
}

function adviceOf(state: { to: string; left: number; isInUse: boolean; removeSource: boolean }): string {
  if (state.left > 0) return "What is left is named above. Run it again when the reason is gone.";
  if (state.removeSource) return "The source holds nothing any more that the target does not.";
  if (state.isInUse) return "Everything is there. `--remove-source` empties the source.";
  return `Everything is there. Set ALCOVES_STORAGE=${state.to} and start Alcoves again; then run this once more, for what came meanwhile.`;
}
