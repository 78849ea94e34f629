import { waveformKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { findMediaFile, type MadeBytes } from "../files/index.ts";
import { decodeWaveform, type Waveform } from "./schema.ts";

/** Largest waveform that is read whole, bytes: of some forty hours. */
const largestBytes = 16 * 1024 * 1024;

/** The peaks of a file's sound as they are kept. @throws NOT_FOUND also while there are none */
export async function openWaveform(ctx: Context, fileId: string): Promise<MadeBytes> {
  const { file } = await findMediaFile(ctx, fileId);
  const version = file.waveformDoneVersion;
  if (version === 0 || file.waveformStatus === "not_needed") throw notFound("waveform");
  return {
    key: waveformKey({ ...file, version }),
    etag: `"${fileId}-waveform-${version}"`,
    mimeType: "application/octet-stream",
  };
}

/** Reads what `openWaveform` found. @throws INVALID for sound of more than forty hours */
export async function readWaveform(ctx: Context, { key }: Pick<MadeBytes, "key">): Promise<Waveform> {
  const bytes = await ctx.services.storage.readBuffer(key, largestBytes).catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    throw new DomainError("INVALID", "This sound is too long for JSON. Ask for the binary form.");
  });
  const waveform = decodeWaveform(bytes);
  if (!waveform) throw new Error(`The waveform ${key} is damaged.`);
  return waveform;
}
