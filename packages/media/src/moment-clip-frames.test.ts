import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "@alcoves/testing/random";
import { afterAll, describe, expect, it } from "vitest";
import { makeMomentClip } from "./moment-clip.ts";
import { isWebPlayable, probe } from "./probe.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-moment-"));
const out = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seed = Date.now() % 1_000_000;
const random = createRandom(seed);

function make(name: string, ...options: string[]): string {
  execFileSync("ffmpeg", ["-v", "error", ...options, "-y", out(name)]);
  return out(name);
}

/** Bits of a frame's number, each a block of this many px beside the last. */
const bits = 10;
const blockPx = 16;
const one = `if(mod(floor(N/pow(2,floor(X/${blockPx}))),2),235,16)`;
/** Pictures that tell their number, 25 a second. */
const counted = (seconds: number) => [
  ...[
    "-f",
    "lavfi",
    "-i",
    `color=black:size=${bits * blockPx}x16:rate=25:duration=${seconds},geq=lum='${one}':cb=128:cr=128`,
  ],
];
const sine = (seconds: number) => ["-f", "lavfi", "-i", `sine=duration=${seconds}`];
const coded = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "10", "-bf", "2", "-pix_fmt", "yuv420p"];

/** When each frame of a file appears, ms since the file's beginning. */
function timesOf(path: string, originMs = 0): number[] {
  const shown = [
    "-select_streams",
    "V:0",
    "-show_entries",
    "frame=best_effort_timestamp_time",
    "-of",
    "csv=p=0",
  ];
  const said = execFileSync("ffprobe", ["-v", "error", ...shown, path]).toString();
  return [...said.matchAll(/^(-?[\d.]+)/gm)].map(([, seconds]) => Number(seconds) * 1_000 - originMs);
}

/** Frames of a file in grey, one byte a pixel. */
function greysOf(path: string, filters: string, [width, height]: readonly [number, number]): Buffer[] {
  const options = ["-map", "0:V:0", "-vf", filters, "-fps_mode", "passthrough", "-pix_fmt", "gray"];
  const bytes = execFileSync("ffmpeg", ["-v", "fatal", "-i", path, ...options, "-f", "rawvideo", "-"], {
    maxBuffer: 2 ** 28,
  });
  const size = width * height;
  return Array.from({ length: bytes.length / size }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
}

/** The numbers that the frames of a file tell. */
function numbersOf(path: string): number[] {
  const middles = Array.from({ length: bits }, (_, bit) => 8 * bits * blockPx + bit * blockPx + blockPx / 2);
  return greysOf(path, "null", [bits * blockPx, 16]).map((grey) =>
    middles.reduce((number, place, bit) => number + ((grey[place] ?? 0) > 128 ? 2 ** bit : 0), 0),
  );
}

let clips = 0;
async function clipOf(sourcePath: string, mimeType: string, [startMs, endMs]: readonly [number, number]) {
  const outputPath = out(`clip-${++clips}.mp4`);
  const { durationMs } = await makeMomentClip({ sourcePath, mimeType, outputPath, startMs, endMs });
  return { path: outputPath, durationMs, made: await probe(outputPath, { mimeType: "video/mp4" }) };
}

/** How many frames have appeared by an instant, less one: the place of the one that is seen. */
const seenAt = (times: readonly number[], ms: number) =>
  Math.max(0, times.filter((time) => time <= ms + 0.01).length - 1);

/** Expects that a clip of counted pictures holds just the frames that are seen in its part, each when it is seen. */
async function expectFrames(source: { path: string; mimeType: string }, range: readonly [number, number]) {
  const { startMs: originMs } = await probe(source.path, { mimeType: source.mimeType });
  const times = timesOf(source.path, Math.max(0, originMs));
  const numbers = numbersOf(source.path);
  const { path, durationMs, made } = await clipOf(source.path, source.mimeType, range);
  const [first, next] = [seenAt(times, range[0]), times.filter((time) => time < range[1] - 0.01).length];
  const what = `${source.path} ${range.join("-")}, seed ${seed}`;
  expect(numbersOf(path), what).toEqual(numbers.slice(first, next));
  const appear = times.slice(first, next).map((time, place) => (place === 0 ? 0 : time - range[0]));
  for (const [place, time] of timesOf(path).entries()) {
    expect(Math.abs(time - (appear[place] ?? -1)), what).toBeLessThan(0.1);
  }
  expect(Math.abs(durationMs - (range[1] - range[0])), what).toBeLessThanOrEqual(1);
  expect(isWebPlayable(made)).toBe(true);
}

describe("makeMomentClip, frame by frame", () => {
  const unevenly = [
    "-vf",
    "select='lt(mod(n,60),20)*not(mod(n,3))+eq(mod(n,60),31)+eq(mod(n,60),33)'",
    "-fps_mode",
    "vfr",
  ];
  const film = [...counted(14), ...sine(14), ...coded];
  const sources: [string, string, string, string[]][] = [
    ["an even rate", "even.mp4", "video/mp4", [...film, "-g", "300"]],
    [
      "a cinema's rate in Matroska, whose sound begins below 0",
      "below.mkv",
      "video/matroska",
      [...film, "-r", "24000/1001", "-c:a", "libopus"],
    ],
    ["a variable rate", "uneven.mp4", "video/mp4", [...film, ...unevenly, "-c:a", "aac"]],
    ["a variable rate without sound", "still.mp4", "video/mp4", [...counted(14), ...coded, ...unevenly]],
    [
      "a stream of television, which begins anywhere",
      "television.ts",
      "video/mp2t",
      [...film, "-g", "120", "-output_ts_offset", "3000"],
    ],
    [
      "a programme stream",
      "programme.mpg",
      "video/mpeg",
      [...counted(14), ...sine(14), "-c:v", "mpeg2video", "-q:v", "2", "-f", "mpeg"],
    ],
    [
      "an old film",
      "old.avi",
      "video/vnd.avi",
      [...counted(14), ...sine(14), "-c:v", "mpeg4", "-q:v", "2", "-bf", "2"],
    ],
  ];

  it.each(sources)(
    "holds what is seen in %s",
    async (_what, name, mimeType, options) => {
      const path = make(name, ...options);
      const startMs = Math.round(random.between(2_500, 11_000));
      await expectFrames({ path, mimeType }, [startMs, startMs + Math.round(random.between(200, 2_400))]);
      const early = random.between(0, 1_500);
      await expectFrames({ path, mimeType }, [early, early + 333.3]);
    },
    60_000,
  );

  it("follows the list of edits by which an MP4 begins later and inside its first pictures", async () => {
    const whole = make("whole.mp4", ...film, "-g", "50");
    const later = make("later.mp4", "-itsoffset", "0.7", "-ss", "1.3", "-i", whole, "-c", "copy");
    await expectFrames({ path: later, mimeType: "video/mp4" }, [5_010, 6_000]);
    await expectFrames({ path: later, mimeType: "video/mp4" }, [0, 500]);
  }, 60_000);

  it("takes a frame from the very time at which it appears, and not before", async () => {
    const path = out("even.mp4");
    for (const [startMs, number] of [
      [5_039.9, 125],
      [5_040, 126],
      [5_079.9, 126],
    ] as const) {
      const { path: clip } = await clipOf(path, "video/mp4", [startMs, startMs + 90]);
      expect(numbersOf(clip)[0]).toBe(number);
    }
  }, 60_000);

  it("shows the last frame until the end where sound goes on, and is silent where pictures do", async () => {
    const longer = make("longer.mp4", ...counted(3), ...sine(8), ...coded);
    const seen = await clipOf(longer, "video/mp4", [6_000, 20_000]);
    expect(numbersOf(seen.path)).toEqual([74]);
    expect(Math.abs(seen.durationMs - 2_000)).toBeLessThan(40);
    expect(seen.made.audioCodec).toBe("aac");
    const shorter = make("shorter.mp4", ...counted(8), ...sine(3), ...coded);
    const { durationMs, path } = await clipOf(shorter, "video/mp4", [6_000, 7_000]);
    expect(durationMs).toBe(1_000);
    expect(numbersOf(path)).toHaveLength(25);
  }, 60_000);
});

describe("makeMomentClip, in step", () => {
  const flashing = [
    ...[
      "-f",
      "lavfi",
      "-i",
      "color=black:size=160x120:rate=25:duration=9,drawbox=c=white:t=fill:enable='lt(mod(t,1),0.039)'",
    ],
    ...["-f", "lavfi", "-i", "aevalsrc='lt(mod(t,1),0.04)*sin(2*PI*1000*t)':d=9:s=48000"],
  ];

  /** When sound begins, ms, after at least half a second of silence. */
  function beepsOf(path: string): number[] {
    const options = ["-map", "0:a:0", "-ac", "1", "-ar", "8000", "-af", "aresample=async=1:first_pts=0"];
    const bytes = execFileSync("ffmpeg", ["-v", "error", "-i", path, ...options, "-f", "s16le", "-"]);
    const loud = Array.from({ length: bytes.length / 2 }, (_, n) => n).filter(
      (n) => Math.abs(bytes.readInt16LE(n * 2)) > 3_000,
    );
    return loud.filter((n, place) => n - (loud[place - 1] ?? -8_000) > 4_000).map((n) => n / 8);
  }

  it.each([
    ["mp4", "video/mp4", [...coded, "-c:a", "aac"]],
    ["ts", "video/mp2t", [...coded, "-c:a", "mp2", "-g", "50"]],
    [
      "webm",
      "video/webm",
      ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "1M", "-c:a", "libopus"],
    ],
    ["avi", "video/vnd.avi", ["-c:v", "mpeg4", "-c:a", "pcm_s16le"]],
  ])(
    "is heard when it is seen, out of %s",
    async (name, mimeType, options) => {
      const { path } = await clipOf(make(`flash.${name}`, ...flashing, ...options), mimeType, [3_370, 6_205]);
      const times = timesOf(path);
      const bright = greysOf(path, "null", [160, 120]).map((grey) => (grey[160 * 60 + 80] ?? 0) > 128);
      const flashes = times.filter((_, n) => bright[n] && !bright[n - 1]);
      const beeps = beepsOf(path);
      console.info(`${name}: flashes ${flashes.map(Math.round)} ms, beeps ${beeps.map(Math.round)} ms`);
      expect(flashes.map((time) => Math.round(time / 100))).toEqual([6, 16, 26]);
      expect(beeps).toHaveLength(3);
      for (const [place, time] of flashes.entries()) {
        expect(Math.abs((beeps[place] ?? 0) - time)).toBeLessThanOrEqual(40);
      }
    },
    60_000,
  );

  it("is silent until sound begins that comes later than the pictures", async () => {
    const flash = make("flash-early.mp4", ...flashing, ...coded, "-c:a", "aac");
    const later = ["-i", flash, "-itsoffset", "1.5", "-i", flash, "-map", "0:v", "-map", "1:a", "-c", "copy"];
    const { path } = await clipOf(make("later-sound.mp4", ...later), "video/mp4", [1_200, 3_400]);
    expect(beepsOf(path).map((time) => Math.round(time / 20))).toEqual([15, 65]);
  }, 60_000);
});
