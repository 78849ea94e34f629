import { stat } from "node:fs/promises";
import { ExifTool, type Tags } from "exiftool-vendored";

let shared: ExifTool | undefined;

/** The one exiftool of this process; it stays open between files. */
function exiftool(): ExifTool {
  shared ??= new ExifTool({ maxProcs: 2, taskTimeoutMillis: 20_000, minDelayBetweenSpawnMillis: 50 });
  return shared;
}

/** Every tag exiftool reads. @throws when the file cannot be read */
export function readTags(path: string): Promise<Tags> {
  return exiftool().read(path);
}

/** Takes the largest preview out of a camera RAW. @throws when it holds none */
export async function extractPreview(path: string, output: string): Promise<void> {
  for (const take of ["extractJpgFromRaw", "extractPreview", "extractThumbnail"] as const) {
    try {
      await exiftool()[take](path, output);
      if ((await stat(output)).size > 0) return;
    } catch {
      // This kind of preview is not in the file: the next smaller one is tried.
    }
  }
  throw new Error("The file holds no preview.");
}

/** Ends the stay-open process. */
export async function closeMetadataReader(): Promise<void> {
  await shared?.end();
  shared = undefined;
}
