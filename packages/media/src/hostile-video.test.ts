import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { probe } from "./probe.ts";
import { takeSoundCover } from "./sound-cover.ts";
import { makeSoundProxy } from "./sound-proxy.ts";
import { makeVideoPoster } from "./video-poster.ts";
import { makeVideoProxy } from "./video-proxy.ts";
import { makeVideoSprites } from "./video-sprites.ts";
import { makeVideoStream } from "./video-stream.ts";
import { readWaveform } from "./waveform.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-hostile-"));
const out = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Source {
  sourcePath: string;
  mimeType: string;
}

/** Everything that opens a video or sound. */
const doors: Record<string, (source: Source) => Promise<unknown>> = {
  probe: ({ sourcePath, mimeType }) => probe(sourcePath, { mimeType }),
  poster: (source) => makeVideoPoster({ ...source, outputPath: out("poster.webp") }),
  proxy: (source) => makeVideoProxy({ ...source, outputPath: out("proxy.mp4") }),
  "sound proxy": (source) => makeSoundProxy({ ...source, outputPath: out("proxy.m4a") }),
  sprites: (source) => makeVideoSprites({ ...source, outputPath: out("sprites.webp") }),
  waveform: (source) => readWaveform(source),
  stream: (source) => makeVideoStream({ ...source, folder: out("stream") }),
  cover: (source) => takeSoundCover({ ...source, outputPath: out("cover.webp") }),
};

const lists = {
  "a playlist": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nTARGET\n#EXT-X-ENDLIST\n",
  "a list to concat": "ffconcat version 1.0\nfile 'TARGET'\n",
  "a concat address": "concat:TARGET|TARGET",
  "a subfile address": "subfile,,start,0,end,64,,:TARGET",
};

describe("a list that says it is a video or sound", () => {
  it.each(Object.keys(doors))(
    "reads no file and connects nowhere: %s",
    async (door) => {
      let connections = 0;
      const server = createServer((_request, response) => response.end()).on("connection", () => {
        connections += 1;
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const { port } = server.address() as AddressInfo;
      const sourcePath = out(`${door}.avi`);
      for (const [name, list] of Object.entries(lists)) {
        for (const target of [`http://127.0.0.1:${port}/x.ts`, "file:///etc/passwd"]) {
          writeFileSync(sourcePath, list.replaceAll("TARGET", target));
          for (const mimeType of ["video/vnd.avi", "audio/mpeg"]) {
            const opened = doors[door]?.({ sourcePath, mimeType });
            await expect(opened, `${name}, ${mimeType}`).rejects.toBeInstanceOf(MediaError);
          }
        }
      }
      server.close();
      expect(connections).toBe(0);
    },
    120_000,
  );
});

const picture = (size: string) => ["-f", "lavfi", "-i", `testsrc2=size=${size}:rate=25:duration=0.4`];
const sound = ["-f", "lavfi", "-i", "sine=duration=0.4"];
const manySounds = Array.from({ length: 200 }, () => ["-map", "1:a"]).flat();

/** Odd videos as arguments of ffmpeg, by the name of the file they go into. */
const odd: Record<string, { mimeType: string; arguments: string[] }> = {
  "no-length.avi": {
    mimeType: "video/vnd.avi",
    arguments: [...picture("64x64"), "-frames:v", "1", "-c:v", "mjpeg"],
  },
  "no-sound.mp4": { mimeType: "video/mp4", arguments: picture("64x64") },
  "sound-alone.mp4": { mimeType: "video/mp4", arguments: sound },
  "200-streams.mov": {
    mimeType: "video/quicktime",
    arguments: [
      ...picture("64x64"),
      ...sound,
      "-map",
      "0:v",
      ...manySounds,
      "-c:v",
      "mpeg4",
      "-c:a",
      "pcm_s16le",
    ],
  },
  "32000-wide.avi": {
    mimeType: "video/vnd.avi",
    arguments: [...picture("64x64"), "-vf", "scale=32000:64,setsar=1", "-frames:v", "1", "-c:v", "mjpeg"],
  },
};

describe("an odd video", () => {
  it.each(Object.entries(odd))(
    "is handled at every door, or refused with a reason: %s",
    async (name, { mimeType, arguments: options }) => {
      execFileSync("ffmpeg", ["-v", "error", ...options, "-y", out(name)]);
      for (const [door, open] of Object.entries(doors)) {
        const outcome = await open({ sourcePath: out(name), mimeType }).catch((error: unknown) => error);
        if (outcome instanceof Error) {
          expect(outcome, door).toBeInstanceOf(MediaError);
          expect(outcome, door).toMatchObject({
            permanent: true,
            reason: expect.stringMatching(/^[A-Z].*\.$/),
          });
        }
        if (door === "stream" && outcome instanceof Error) expect(existsSync(out("stream"))).toBe(false);
      }
      rmSync(out("stream"), { recursive: true, force: true });
    },
    120_000,
  );
});
