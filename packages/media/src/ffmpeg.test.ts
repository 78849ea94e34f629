import { execFileSync } from "node:child_process";
import { closeSync, constants, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { type FfmpegRun, runFfmpeg } from "./ffmpeg.ts";
import { explainFfmpeg } from "./ffmpeg-reasons.ts";
import { probe } from "./probe.ts";
import { makeVideoPoster } from "./video-poster.ts";
import { makeVideoProxy } from "./video-proxy.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-ffmpeg-"));
const out = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A video that takes many seconds to convert. */
function longVideo(name: string): string {
  const picture = "testsrc2=size=1280x720:rate=30:duration=20";
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", picture, "-c:v", "mpeg4", "-y", out(name)]);
  return out(name);
}

function slowRun(inputPath: string, outputPath: string): FfmpegRun {
  const outputArguments = ["-c:v", "libx264", "-preset", "veryslow", "-f", "mp4", "-y"];
  return {
    inputPath,
    mimeType: "video/vnd.avi",
    outputPath,
    outputArguments,
    durationMs: 20_000,
    timeoutMs: 60_000,
  };
}

/** Command lines of processes that name a file. */
function processesNaming(name: string): string {
  return execFileSync("sh", ["-c", `pgrep -fa '${name.slice(0, -1)}[${name.at(-1)}]' || true`]).toString();
}

describe("runFfmpeg", () => {
  it("is killed by its signal, also by one that comes before the process has started", async () => {
    const source = longVideo("long.avi");
    for (const afterMs of [0, 1, 400]) {
      const stopper = new AbortController();
      const run = runFfmpeg({ ...slowRun(source, out("stopped.mp4")), signal: stopper.signal });
      setTimeout(() => stopper.abort(), afterMs);
      await expect(run).rejects.toMatchObject({ reason: "The work was stopped.", permanent: false });
      expect(processesNaming("stopped.mp4")).toBe("");
      expect(existsSync(out("stopped.mp4"))).toBe(false);
    }
  });

  it("is killed when its time is over, which is no fault of the file", async () => {
    const run = runFfmpeg({ ...slowRun(out("long.avi"), out("late.mp4")), timeoutMs: 500 });
    await expect(run).rejects.toMatchObject({
      reason: "The video took too long to convert.",
      permanent: false,
    });
    expect(processesNaming("late.mp4")).toBe("");
    expect(existsSync(out("late.mp4"))).toBe(false);
  });

  it("tells a rising fraction and the seconds that are left", async () => {
    const told: { fraction: number; etaSeconds: number | null }[] = [];
    const run = { ...slowRun(out("long.avi"), out("told.mp4")), onProgress: told.push.bind(told) };
    await runFfmpeg({ ...run, outputArguments: ["-c:v", "mpeg4", "-f", "mp4", "-y"] });
    const fractions = told.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBeGreaterThan(0.9);
    expect(told.at(-1)?.etaSeconds).toBeGreaterThanOrEqual(0);
  });

  it("takes a name that looks like an option or a protocol for a name", async () => {
    for (const name of ["-y.avi", "concat:a|b.avi", "%d.avi", "a'b \n.avi"]) {
      const picture = "testsrc2=size=64x64:rate=25:duration=0.2";
      const to = `file:${out(name)}`;
      execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", picture, "-c:v", "mpeg4", "-y", to]);
      const outputArguments = ["-c:v", "copy", "-f", "mp4", "-y"];
      await runFfmpeg({ ...slowRun(out(name), out(`${name}.mp4`)), outputArguments });
      expect(existsSync(out(`${name}.mp4`)), name).toBe(true);
    }
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
        const poster = { sourcePath, mimeType, outputPath: out("evil.webp") };
        await expect(makeVideoPoster(poster)).rejects.toBeInstanceOf(MediaError);
        const run = { ...slowRun(sourcePath, out("evil.mkv")), mimeType };
        await expect(runFfmpeg(run)).rejects.toBeInstanceOf(MediaError);
      }
    }
    server.close();
    expect(connections).toBe(0);
  });

  it("refuses a type that it has no demuxer for", async () => {
    await expect(
      probe(out("long.avi"), { mimeType: "application/vnd.apple.mpegurl" }),
    ).rejects.toBeInstanceOf(MediaError);
  });

  it("opens no segment of a playlist, not even to look into the input", async () => {
    execFileSync("sh", ["-c", `mkfifo "${out("segment.ts")}"`]);
    const playlist = `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${out("segment.ts")}\n#EXT-X-ENDLIST\n`;
    writeFileSync(out("list.avi"), playlist);
    const onProgress = () => {};
    const run = runFfmpeg({ ...slowRun(out("list.avi"), out("list.mp4")), onProgress });
    await expect(run).rejects.toBeInstanceOf(MediaError);
    for (let looks = 0; looks < 20; looks += 1) {
      // A pipe can be opened for writing without waiting only while somebody reads it.
      expect(() => closeSync(openSync(out("segment.ts"), constants.O_WRONLY | constants.O_NONBLOCK))).toThrow(
        /ENXIO/,
      );
      await sleep(50);
    }
  });
});

describe("explainFfmpeg", () => {
  it.each([
    ["Cannot find ffmpeg", false],
    ["spawn ffprobe ENOENT", false],
    ["av_interleaved_write_frame(): No space left on device", false],
    ["ffmpeg was killed with signal SIGKILL", false],
    ["Invalid data found when processing input", true],
    ["Stream map '0:v:0' matches no streams.", true],
  ])("knows whether to try again after: %s", (text, permanent) => {
    const { reason, permanent: told } = explainFfmpeg(new Error(text));
    expect(told).toBe(permanent);
    expect(reason).toMatch(/^[A-Z][^\n]+\.$/);
  });
});
