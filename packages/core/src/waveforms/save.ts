import { waveformKey } from "@alcoves/storage";
import type { Context } from "../context.ts";
import { findMediaFile } from "../files/index.ts";
import { encodeWaveform, type Waveform } from "./schema.ts";

/** Keeps the peaks of a file's sound under the key of their version. */
export async function saveWaveform(
  ctx: Context,
  fileId: string,
  { version, waveform }: { version: number; waveform: Waveform },
): Promise<void> {
  const { file } = await findMediaFile(ctx, fileId);
  const bytes = Buffer.from(encodeWaveform(waveform));
  await ctx.services.storage.write(waveformKey({ ...file, version }), bytes);
}
