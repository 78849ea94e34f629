import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { DefaultExiftoolArgs, ExifTool, exiftoolPath, type Tags } from "exiftool-vendored";

let shared: Promise<ExifTool> | undefined;

/** Ends a child with its parent: exiftool would wait for ever for a parent that was killed. Linux alone can do it. */
const leash = ["setpriv", "--pdeathsig", "KILL"] as const;

/** The one exiftool of this process; it stays open between files. */
function exiftool(): Promise<ExifTool> {
  shared ??= open();
  return shared;
}

async function open(): Promise<ExifTool> {
  const options = { maxProcs: 2, taskTimeoutMillis: 20_000, minDelayBetweenSpawnMillis: 50 };
  const [command, ...rest] = leash;
  if (spawnSync(command, [...rest, "true"]).status !== 0) return new ExifTool(options);
  const exiftoolArgs = [...rest, "perl", await exiftoolPath(), ...DefaultExiftoolArgs];
  return new ExifTool({ ...options, exiftoolPath: command, exiftoolArgs, ignoreShebang: false });
}

/** Every tag exiftool reads. What is broken in a file stands in `errors`. @throws when exiftool itself cannot run */
export async function readTags(path: string): Promise<Tags> {
  return (await exiftool()).read(path);
}

/**
 * Takes the largest preview out of a camera RAW. The preview lies as the sensor did: the orientation of the RAW is
 * written into it unless it has one.
 * @throws when it holds none
 */
export async function extractPreview(path: string, output: string): Promise<void> {
  const reader = await exiftool();
  for (const take of ["extractJpgFromRaw", "extractPreview", "extractThumbnail"] as const) {
    try {
      await reader[take](path, output);
      if ((await stat(output)).size > 0) return await orient(path, output);
    } catch {
      // This kind of preview is not in the file: the next smaller one is tried.
    }
  }
  throw new Error("The file holds no preview.");
}

async function orient(path: string, output: string): Promise<void> {
  const reader = await exiftool();
  const [{ Orientation: wanted }, { Orientation: own }] = await Promise.all([
    reader.read(path),
    reader.read(output),
  ]);
  if (own !== undefined || !(Number(wanted) >= 2 && Number(wanted) <= 8)) return;
  await reader.write(output, {}, [`-Orientation#=${Number(wanted)}`, "-overwrite_original"]);
}

/** Ends the stay-open process. */
export async function closeMetadataReader(): Promise<void> {
  const reader = await shared;
  shared = undefined;
  await reader?.end();
}
