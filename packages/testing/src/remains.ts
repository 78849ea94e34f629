import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { TestInstance } from "./instance.ts";

/** Folders below the data folder in which nothing may stay when all work is done. */
const passing = ["scratch", "uploads", "storage/.incoming"];

/** Files that work has left behind, by their path in the data folder. What a living process says of itself is none. */
export async function temporaryFiles({ config }: TestInstance): Promise<string[]> {
  const found: string[] = [];
  for (const folder of passing) {
    const entries = await readdir(join(config.dataPath, folder), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []); // nobody has needed the folder yet
    for (const entry of entries.filter((each) => each.isFile() && each.name !== ".alive")) {
      found.push(relative(config.dataPath, join(entry.parentPath, entry.name)));
    }
  }
  return found;
}

/** Processes that were started on the instance, workers and their children, by their command lines. Linux alone can tell. */
export async function processesOf({ config }: TestInstance): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    // Both are gone when the process has ended meanwhile, and empty for one that is only to be waited for.
    const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
    if (!environment.includes(`ALCOVES_DATA_PATH=${config.dataPath}\0`)) continue;
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (line) found.push(line.replaceAll("\0", " ").trim());
  }
  return found;
}
