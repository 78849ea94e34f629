import { join } from "node:path";
import type { Services } from "./context.ts";

/** Folder for files that live as long as one job. */
export function scratchPath({ dataPath }: Pick<Services, "dataPath">): string {
  return join(dataPath, "scratch");
}
