import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { MediaError } from "./errors.ts";
import { extractPreview } from "./exiftool.ts";

const run = promisify(execFile);

/** A file that sharp can open. */
export interface RenderSource {
  path: string;
  mimeType: string;
  /** Removes what was made to get there. */
  dispose(): Promise<void>;
}

const heif = /^image\/hei[cf](-sequence)?$/;
const raw = /^image\/x-(adobe-dng|canon-cr[23]|nikon-nef|sony-arw|fujifilm-raf|olympus-orf|panasonic-rw2)$/;

/** Turns what sharp cannot decode (HEIC, camera RAW) into a JPEG in the scratch folder. @throws MediaError */
export async function openRenderSource(
  path: string,
  mimeType: string,
  scratchDir: string,
): Promise<RenderSource> {
  if (!heif.test(mimeType) && !raw.test(mimeType)) return { path, mimeType, dispose: async () => {} };
  const output = join(scratchDir, `${randomUUID()}.jpg`);
  const dispose = () => rm(output, { force: true });
  try {
    if (heif.test(mimeType)) await convertHeif(path, output);
    else await extractPreview(path, output);
    await stat(output);
  } catch (cause) {
    await dispose();
    throw new MediaError("The image is damaged, or holds no picture that can be shown.", { cause });
  }
  return { path: output, mimeType: "image/jpeg", dispose };
}

async function convertHeif(path: string, output: string): Promise<void> {
  await run("nice", ["-n", "5", "heif-convert", "-q", "95", path, output], {
    timeout: 30_000,
    killSignal: "SIGKILL",
  });
}
