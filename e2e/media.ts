import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../shared/media/", import.meta.url));

/** Path of a real photo or video of the shared set, which lies beside the project. */
export function media(name: string): string {
  return folder + name;
}

/** Null when the shared set is there; else the printed reason for leaving a test out. */
export const noMedia = existsSync(folder)
  ? null
  : "../shared/media is not beside the project: no real photos and videos";
