import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { makeVideoSprites, type SpriteIndex } from "./video-sprites.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-sprites-"));
const out = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function make(name: string, ...options: string[]): string {
  execFileSync("ffmpeg", ["-v", "error", ...options, "-y", out(name)]);
  return out(name);
}

/** A film whose grey says its second: 0 is black, each second is lighter. */
function greyFilm(name: string, { seconds, size }: { seconds: number; size: string }, ...options: string[]) {
  const grey = `geq=lum='16+floor(T)*(200/${seconds})':cb=128:cr=128`;
  return make(
    name,
    "-f",
    "lavfi",
    "-i",
    `color=black:size=${size}:rate=5:duration=${seconds},${grey}`,
    ...options,
  );
}

/** Mean grey of each tile of a sheet, 0–255. */
async function greysOf(sheet: string, index: SpriteIndex): Promise<number[]> {
  const { tileWidthPx: width, tileHeightPx: height, columns } = index;
  const greys: number[] = [];
  for (let place = 0; place < index.count; place += 1) {
    const left = (place % columns) * width;
    const top = Math.floor(place / columns) * height;
    const tile = await sharp(sheet).extract({ left, top, width, height }).greyscale().toBuffer();
    greys.push((await sharp(tile).stats()).channels[0]?.mean ?? -1);
  }
  return greys;
}

describe("makeVideoSprites", () => {
  it("shows each second of a short film where the index says", async () => {
    const sourcePath = greyFilm("short.mp4", { seconds: 12, size: "64x48" });
    const request = { sourcePath, mimeType: "video/mp4", outputPath: out("short.webp") };
    const index = await makeVideoSprites(request);
    expect(index).toMatchObject({ intervalMs: 1_000, count: 12, columns: 10, tileWidthPx: 64 });
    if (!index) throw new Error("no index");
    const greys = await greysOf(out("short.webp"), index);
    for (const [second, grey] of greys.entries()) {
      if (second > 0) expect(grey - (greys[second - 1] ?? 0), `second ${second}`).toBeGreaterThan(10);
    }
    expect(await sharp(out("short.webp")).metadata()).toMatchObject({ width: 640, height: 96 });
  });

  it("takes a hundred tiles of a long film, each by its keyframe", async () => {
    // 1080p for 20 minutes is more than is decoded whole.
    const sourcePath = greyFilm(
      "long.mp4",
      { seconds: 250, size: "16x16" },
      ...["-vf", "scale=1920:1080,setpts=PTS*5", "-r", "1", "-g", "4", "-preset", "ultrafast", "-crf", "40"],
    );
    const outputPath = out("long.webp");
    const fractions: number[] = [];
    const index = await makeVideoSprites({
      sourcePath,
      mimeType: "video/mp4",
      outputPath,
      onProgress: ({ fraction }) => fractions.push(fraction),
    });
    if (!index) throw new Error("no index");
    expect(index.count).toBeLessThanOrEqual(100);
    expect(index.count).toBeGreaterThan(95);
    const greys = await greysOf(outputPath, index);
    expect(greys.at(-1)).toBeGreaterThan((greys[0] ?? 0) + 150);
    expect(greys.every((grey, place) => place === 0 || grey >= (greys[place - 1] ?? 0) - 2)).toBe(true);
  }, 120_000);

  it("keeps a standing video standing, and turns a rotated one upright", async () => {
    const lying = make("lying.mp4", "-f", "lavfi", "-i", "testsrc2=size=320x240:duration=2");
    make("rotated.mp4", "-i", lying, "-c", "copy", "-metadata:s:v:0", "rotate=90");
    const request = { sourcePath: out("rotated.mp4"), mimeType: "video/mp4", outputPath: out("r.webp") };
    expect(await makeVideoSprites(request)).toMatchObject({ tileWidthPx: 120, tileHeightPx: 160 });
  });

  it("fails with a reason on what is no film, and stops with its signal", async () => {
    writeFileSync(out("none.mp4"), "not a film");
    const request = { sourcePath: out("none.mp4"), mimeType: "video/mp4", outputPath: out("none.webp") };
    await expect(makeVideoSprites(request)).rejects.toBeInstanceOf(MediaError);
    const stopped = makeVideoSprites({ ...request, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ permanent: false });
  });
});

describeWithSharedMedia("sprites of real videos", () => {
  it.each([
    ["with-gps.mov", "video/quicktime"],
    ["100_0306.AVI", "video/vnd.avi"],
    ["sample.3gp", "video/3gpp"],
    ["echo-hereweare.webm", "video/webm"],
  ])("%s has a sheet", async (name, mimeType) => {
    const outputPath = out(`${name}.webp`);
    const index = await makeVideoSprites({
      sourcePath: sharedMediaFile(`video/${name}`),
      mimeType,
      outputPath,
    });
    if (!index) throw new Error("no index");
    const { width } = await sharp(outputPath).metadata();
    expect(width).toBe(index.tileWidthPx * Math.min(index.columns, index.count));
  });
});
