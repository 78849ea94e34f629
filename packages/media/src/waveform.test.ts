import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import { afterAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { Peaks } from "./peaks.ts";
import { readWaveform } from "./waveform.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-waveform-"));
const out = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes sound, or a film, with ffmpeg itself. */
function make(name: string, ...options: string[]): string {
  execFileSync("ffmpeg", ["-v", "error", ...options, "-y", out(name)]);
  return out(name);
}

const sine = (filter: string) => ["-f", "lavfi", "-i", filter];

describe("readWaveform", () => {
  it("measures a tone as EBU Tech 3341 says: a sine of −23 dBFS in both channels is −23 LUFS", async () => {
    const tone =
      "sine=frequency=1000:sample_rate=48000:duration=20,volume=-4.94dB,aformat=channel_layouts=mono";
    const source = make("tone.wav", ...sine(`${tone},pan=stereo|c0=c0|c1=c0`));
    const read = await readWaveform({ sourcePath: source, mimeType: "audio/wav" });
    // lavfi's sine is at −18.06 dBFS, so this one is at −23.
    expect(read?.loudnessLufs).toBeCloseTo(-23, 0);
    expect(read?.truePeakDbtp).toBeCloseTo(-23, 0);
    expect(read?.peaks.length).toBe(20 * 50);
    expect(Math.max(...(read?.peaks ?? []))).toBeCloseTo(32_768 * 10 ** (-23 / 20), -2);
  });

  it("is not normalised: what is half as loud has peaks half as high", async () => {
    const read = async (name: string, volume: number) => {
      const source = make(name, ...sine(`sine=duration=2,volume=${volume}`));
      return (await readWaveform({ sourcePath: source, mimeType: "audio/wav" }))?.peaks[50] ?? 0;
    };
    expect((await read("half.wav", 0.5)) / (await read("full.wav", 1))).toBeCloseTo(0.5, 2);
  });

  it("gives silence peaks of 0 and no loudness", async () => {
    const source = make("silence.wav", ...sine("anullsrc=duration=2"));
    const read = await readWaveform({ sourcePath: source, mimeType: "audio/wav" });
    expect(read).toMatchObject({ loudnessLufs: null, truePeakDbtp: null });
    expect(new Set(read?.peaks)).toEqual(new Set([0]));
  });

  it("has nothing to read from a film without sound", async () => {
    const source = make("mute.mp4", ...sine("testsrc2=size=64x64:duration=1"));
    expect(await readWaveform({ sourcePath: source, mimeType: "video/mp4" })).toBeNull();
  });

  it("reads the sound of a film, and of eight channels", async () => {
    const eight = ["-filter_complex", "aformat=channel_layouts=7.1", "-c:a", "pcm_s16le"];
    const film = make("film.mkv", ...sine("testsrc2=size=64x64:duration=2"), ...sine("sine=duration=2"));
    const read = await readWaveform({ sourcePath: film, mimeType: "video/matroska" });
    expect(Math.abs((read?.peaks.length ?? 0) - 100)).toBeLessThan(3);
    const wide = make("eight.wav", ...sine("sine=duration=1"), ...eight);
    expect((await readWaveform({ sourcePath: wide, mimeType: "audio/wav" }))?.peaks.length).toBe(50);
  });

  it("fails with a reason on what is no sound, and stops with its signal", async () => {
    const source = make("cut.wav", ...sine("sine=duration=1"));
    const broken = readWaveform({ sourcePath: source, mimeType: "audio/flac" });
    await expect(broken).rejects.toBeInstanceOf(MediaError);
    const signal = AbortSignal.abort();
    const stopped = readWaveform({ sourcePath: source, mimeType: "audio/wav", signal });
    await expect(stopped).rejects.toMatchObject({ permanent: false });
  });

  it("of an hour takes no more memory than of a minute", async () => {
    const peakMb = async (name: string, seconds: number) => {
      const source = make(name, ...sine(`anullsrc=sample_rate=8000:duration=${seconds}`), "-c:a", "pcm_u8");
      const module = JSON.stringify(new URL("./waveform.ts", import.meta.url).href);
      const code = `
        const { readWaveform } = await import(${module});
        const read = await readWaveform({ sourcePath: ${JSON.stringify(source)}, mimeType: "audio/wav" });
        if (read.peaks.length !== ${seconds} * 50) throw new Error(String(read.peaks.length));
        console.log(process.resourceUsage().maxRSS / 1024);`;
      const options = ["--import", "tsx", "--input-type=module", "-e", code];
      return Number((await promisify(execFile)(process.execPath, options)).stdout);
    };
    expect(await peakMb("long.wav", 60 * 60)).toBeLessThan((await peakMb("short.wav", 60)) + 40);
  }, 400_000);
});

describeWithSharedMedia("the waveform of speech", () => {
  it("equals peaks taken from its bytes: 16 kHz mono needs no conversion", async () => {
    const path = sharedMediaFile("audio/jfk.wav");
    const wav = readFileSync(path);
    const peaks = new Peaks();
    peaks.push(wav.subarray(wav.indexOf("data") + 8));
    const read = await readWaveform({ sourcePath: path, mimeType: "audio/wav" });
    expect(read?.peaks).toEqual(peaks.end());
    expect(read?.loudnessLufs).toBeCloseTo(-15.4, 1);
  });
});
