import { stat } from "node:fs/promises";
import { exiftoolPath } from "exiftool-vendored";
import { createExiftoolProcess } from "./exiftool-process.ts";
import type { Tags } from "./tags.ts";

/** The one exiftool of this process. */
const exiftool = createExiftoolProcess(["perl", await exiftoolPath()]);

/** Names are given with their groups, structures whole, and as numbers what is reckoned with. */
const readArgs = [
  "-json",
  "-G0",
  "-struct",
  "-charset",
  "exif=UTF8",
  ...["GPSLatitude", "GPSLongitude", "Orientation", "Rating", "Composite:ImageSize"].map((tag) => `-${tag}#`),
  "-all",
];

/**
 * Every tag exiftool reads, by group and name. What is broken in a file stands among them.
 * @throws when exiftool itself cannot run
 */
export async function readTags(path: string): Promise<Tags> {
  return { ...(await exiftool.ask((reader) => reader.readRaw<object>(path, { readArgs, useMWG: false }))) };
}

/** Writes the bytes of one tag into a file. @throws when it holds none */
export async function extractBinary(
  path: string,
  { tag, output }: { tag: string; output: string },
): Promise<void> {
  await exiftool.ask((reader) => reader.extractBinaryTag(tag, path, output));
}

/**
 * Takes the largest preview out of a camera RAW. The preview lies as the sensor did: the orientation of the RAW is
 * written into it unless it has one.
 * @throws when it holds none
 */
export async function extractPreview(path: string, output: string): Promise<void> {
  for (const take of ["extractJpgFromRaw", "extractPreview", "extractThumbnail"] as const) {
    try {
      await exiftool.ask((reader) => reader[take](path, output));
      if ((await stat(output)).size > 0) return await orient(path, output);
    } catch {
      // This kind of preview is not in the file: the next smaller one is tried.
    }
  }
  throw new Error("The file holds no preview.");
}

async function orient(path: string, output: string): Promise<void> {
  const orientationOf = async (picture: string) =>
    (await exiftool.ask((reader) => reader.read(picture))).Orientation;
  const [wanted, own] = await Promise.all([orientationOf(path), orientationOf(output)]);
  if (own !== undefined || !(Number(wanted) >= 2 && Number(wanted) <= 8)) return;
  await exiftool.ask((reader) =>
    reader.write(output, {}, [`-Orientation#=${Number(wanted)}`, "-overwrite_original"]),
  );
}

/** Ends the stay-open process. */
export const closeMetadataReader = (): Promise<void> => exiftool.close();
