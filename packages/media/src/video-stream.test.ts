import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { probe } from "./probe.ts";
import { makeVideoStream } from "./video-stream.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-stream-"));
const out = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function make(name: string, ...options: string[]): string {
  execFileSync("ffmpeg", ["-v", "error", ...options, "-y", out(name)]);
  return out(name);
}

const picture = (size: string, seconds: number) => [
  ...["-f", "lavfi", "-i", `testsrc2=size=${size}:rate=25:duration=${seconds}`],
];
const quick = ["-c:v", "mpeg4", "-q:v", "8"];

const streamOf = (sourcePath: string, mimeType: string) =>
  makeVideoStream({ sourcePath, mimeType, folder: `${sourcePath}.hls` });

/** Times of a rendition's keyframes, s. */
function keyframesOf(path: string): number[] {
  const options = ["-v", "error", "-skip_frame", "nokey", "-select_streams", "v:0", "-show_entries"];
  const said = execFileSync("ffprobe", [...options, "frame=pts_time", "-of", "csv=p=0", path]);
  return said
    .toString()
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Math.round(Number.parseFloat(line) * 100) / 100);
}

describe("makeVideoStream", () => {
  it("cuts every size at the same keyframes, and names bytes that are there", async () => {
    const source = make(
      "film.avi",
      ...picture("1280x720", 9),
      "-f",
      "lavfi",
      "-i",
      "sine=duration=9",
      ...quick,
    );
    const { master, renditions } = await streamOf(source, "video/vnd.avi");
    expect(renditions.map(({ name }) => name)).toEqual(["720p", "480p", "360p", "sound"]);
    for (const size of ["1280x720", "854x480", "640x360"]) expect(master).toContain(`RESOLUTION=${size}`);
    expect(master).toMatch(/CODECS="avc1\.[0-9a-f]{6},mp4a\.40\.2"/);
    const pictures = renditions.filter(({ name }) => name !== "sound");
    const [first = [], ...others] = pictures.map(({ mediaPath }) => keyframesOf(mediaPath));
    expect(first).toEqual([0, 4, 8].map((second) => expect.closeTo(second + (first[0] ?? 0), 1)));
    for (const keyframes of others) expect(keyframes).toEqual(first);
    for (const { index, mediaPath } of renditions) {
      const size = Number(execFileSync("stat", ["-c", "%s", mediaPath]));
      const ranges = [...index.matchAll(/BYTERANGE[:=]"?(\d+)@(\d+)/g)];
      expect(ranges.length).toBeGreaterThan(2);
      const end = Math.max(...ranges.map(([, length, start]) => Number(length) + Number(start)));
      expect(end).toBeLessThanOrEqual(size);
      expect(index).toContain("#EXT-X-ENDLIST");
    }
  }, 60_000);

  it("is never larger than the source, which may be small, standing and without sound", async () => {
    const source = make("small.mp4", ...picture("240x426", 1));
    const { master, renditions } = await streamOf(source, "video/mp4");
    expect(readdirSync("."), "nothing is written where the process runs").not.toContain("file:");
    expect(renditions.map(({ name }) => name)).toEqual(["240p"]);
    expect(master).toContain("RESOLUTION=240x426");
    expect(master).not.toContain("AUDIO");
  });

  it("keeps a variable frame rate in step with time, and makes no frames up", async () => {
    const select = ["-vf", "select='not(mod(n,10))+lt(n,20)'", "-fps_mode", "vfr"];
    const source = make("vfr.mp4", ...picture("320x240", 4), ...select);
    const { renditions } = await streamOf(source, "video/mp4");
    const { durationMs, video } = await probe(renditions[0]?.mediaPath ?? "", { mimeType: "video/mp4" });
    expect(durationMs).toBeGreaterThan(3_300);
    expect(durationMs).toBeLessThan(4_400);
    expect(video?.frameRate).toBeLessThan(25);
  });

  it("maps HDR to what every screen shows", async () => {
    const colours = ["-color_primaries", "bt2020", "-color_trc", "arib-std-b67", "-colorspace", "bt2020nc"];
    const source = make(
      "hlg.mp4",
      ...[...picture("640x360", 1), "-vf", "format=yuv420p10le", "-c:v", "libx265", ...colours],
      ...["-x265-params", "log-level=none:colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc"],
    );
    const { renditions } = await streamOf(source, "video/mp4");
    const made = await probe(renditions[0]?.mediaPath ?? "", { mimeType: "video/mp4" });
    expect(made.video).toMatchObject({ isHdr: false, pixelFormat: "yuv420p", codec: "h264" });
  });

  it("leaves nothing behind when it fails or is stopped", async () => {
    writeFileSync(out("none.mp4"), "not a film");
    await expect(streamOf(out("none.mp4"), "video/mp4")).rejects.toBeInstanceOf(MediaError);
    const stopper = new AbortController();
    const stopped = makeVideoStream({
      sourcePath: make("long.avi", ...picture("1280x720", 30), ...quick),
      mimeType: "video/vnd.avi",
      folder: out("stopped.hls"),
      signal: stopper.signal,
      onProgress: ({ fraction }) => fraction > 0 && stopper.abort(),
    });
    await expect(stopped).rejects.toMatchObject({ permanent: false });
    expect(existsSync(out("stopped.hls"))).toBe(false);
  }, 60_000);
});
