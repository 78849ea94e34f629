import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

const folder = fileURLToPath(new URL("../../../../shared/media", import.meta.url));

/** Path of the shared set of real photos, videos and broken files beside the project; null when it is not there. */
export const sharedMedia: string | null = existsSync(folder) ? folder : null;

/** Path of one file of the shared set. */
export function sharedMediaFile(name: string): string {
  return join(folder, name);
}

/** Paths of every file in a folder of the shared set, below it too. */
export function sharedMediaIn(name: string): string[] {
  if (!sharedMedia) return [];
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Tests on real files; without them they are left out, loudly and by name. */
export function describeWithSharedMedia(name: string, tests: () => void): void {
  if (!sharedMedia) console.warn(`SKIPPED for want of ../shared/media: ${name}`);
  describe.skipIf(!sharedMedia)(name, tests);
}
