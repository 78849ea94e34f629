import { join } from "node:path";
import type { Services } from "./context.ts";

/** Where each process has its folder for files that live as long as one job. */
export function scratchFolder(dataPath: string): string {
  return join(dataPath, "scratch");
}

/** Folder for files that live as long as one job. */
export function scratchPath({ scratch }: Pick<Services, "scratch">): string {
  return scratch.path;
}
