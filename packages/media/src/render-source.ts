import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { MediaError } from "./errors.ts";
import { extractPreview } from "./exiftool.ts";
import { isHeavyAvif, refuseBomb } from "./image-limits.ts";
import { leash } from "./leash.ts";

const run = promisify(execFile);
const timeoutMs = 30_000;

/** A file that sharp can open. */
export interface RenderSource {
  path: string;
  mimeType: string;
  /** True when the picture stands upright already, whatever its EXIF orientation says. */
  isUpright: boolean;
  /** Removes what was made to get there. */
  dispose(): Promise<void>;
}

const avif = "image/avif";
const heif = /^image\/hei[cf](-sequence)?$/;
const raw = /^image\/x-(adobe-dng|canon-cr[23]|nikon-nef|sony-arw|fujifilm-raf|olympus-orf|panasonic-rw2)$/;

/** @returns whether a type is a camera's RAW, of which only the embedded preview is shown */
export function isRaw(mimeType: string): boolean {
  return raw.test(mimeType);
}

/**
 * Turns what sharp cannot decode (HEIC, camera RAW), or not in little memory (a large AVIF, which loses its transparency by it),
 * into a JPEG in the scratch folder, in a process of its own; gives the rest as it is.
 * @throws MediaError when there is no picture in it; not permanent when it took too long or the server lacks something
 */
export async function openRenderSource(
  path: string,
  mimeType: string,
  scratchDir: string,
): Promise<RenderSource> {
  if (!heif.test(mimeType) && !isRaw(mimeType) && !(await isLargeAvif(path, mimeType))) {
    return { path, mimeType, isUpright: false, dispose: async () => {} };
  }
  // A folder of its own: heif-convert writes more than one file for a picture with depth or several frames.
  const folder = join(resolve(scratchDir), randomUUID());
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    await mkdir(folder);
    const convert = isRaw(mimeType) ? convertRaw : mimeType === avif ? convertAvif : convertHeif;
    return { ...(await convert(resolve(path), join(folder, "picture"))), dispose };
  } catch (cause) {
    await dispose();
    throw explain(cause);
  }
}

type Converted = Omit<RenderSource, "dispose">;

async function isLargeAvif(path: string, mimeType: string): Promise<boolean> {
  if (mimeType !== avif) return false;
  // What has no header that sharp can read is refused where it is opened, with the words for it.
  const header = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  return header !== null && isHeavyAvif(header);
}

/** The end of the last large AVIF that was begun. */
let lastAvif: Promise<unknown> = Promise.resolve();

/** One at a time: each takes hundreds of megabytes. */
function convertAvif(path: string, output: string): Promise<Converted> {
  const converted = lastAvif.then(() => convertHeif(path, output));
  lastAvif = converted.catch(() => {}); // told to whom it belongs, not to the next
  return converted;
}

/** heif-convert turns the picture as the container says, and keeps the EXIF orientation that says it once more. */
async function convertHeif(path: string, output: string): Promise<Converted> {
  const header = await sharp(path, { limitInputPixels: false }).metadata();
  refuseBomb(header);
  const command = ["-n", "5", leash, "heif-convert", "-q", "95", path, `${output}.jpg`];
  await run("nice", command, { timeout: timeoutMs, killSignal: "SIGKILL" });
  const several = (header.pages ?? 1) > 1;
  const written = several ? `${output}-${(header.pagePrimary ?? 0) + 1}.jpg` : `${output}.jpg`;
  await stat(written);
  return { path: written, mimeType: "image/jpeg", isUpright: true };
}

async function convertRaw(path: string, output: string): Promise<Converted> {
  await extractPreview(path, `${output}.jpg`);
  return { path: `${output}.jpg`, mimeType: "image/jpeg", isUpright: false };
}

function explain(cause: unknown): MediaError {
  if (cause instanceof MediaError) return cause;
  if (cause instanceof Error && "killed" in cause && cause.killed === true) {
    return new MediaError("The picture timed out.", { permanent: false, cause });
  }
  if (cause instanceof Error && "code" in cause && (cause.code === 127 || cause.code === "ENOENT")) {
    const reason = "The server lacks heif-convert, which opens this kind of image.";
    return new MediaError(reason, { permanent: false, cause });
  }
  if (cause instanceof Error && /ENOSPC|EACCES|EMFILE|ENOMEM|EROFS/.test(cause.message)) {
    return new MediaError("The server has no room to open the picture.", { permanent: false, cause });
  }
  return new MediaError("The image is damaged, or holds no picture that can be shown.", { cause });
}
