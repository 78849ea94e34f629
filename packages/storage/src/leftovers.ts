import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Work that has not touched its file for this long has lost its process. */
const abandonedMs = 24 * 60 * 60 * 1_000;

/**
 * Removes files that a killed process left in a folder of files in the making. Never throws: what stays is only in the way.
 * @param now ms since 1970
 */
export async function removeLeftovers(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder).catch(() => []); // no folder, no leftovers
  for (const name of names) {
    const path = join(folder, name);
    const facts = await stat(path).catch(() => null); // another process was first
    if (facts?.isFile() && now - facts.mtimeMs > abandonedMs) await rm(path, { force: true }).catch(() => {});
  }
}
