import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { probe } from "./probe.ts";
import { filterChains } from "./video-filters.ts";

const folder = mkdtempSync(join(tmpdir(), "alcoves-filters-"));
const out = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const picture = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=5:duration=0.4"];
const fromSdr = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv";

/** The same pictures in HDR: what is white in SDR has 203 cd/m² (ITU-R BT.2408). */
function hdrFilm(transfer: string): string {
  const to = `zscale=p=bt2020:t=${transfer}:m=bt2020nc:r=tv:npl=203,format=yuv420p10le`;
  const linear = "zscale=t=linear:npl=203,format=gbrpf32le";
  const filters = `format=yuv444p,${fromSdr},${linear},${to}`;
  const colours = ["-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc"];
  const params = `log-level=none:colorprim=bt2020:transfer=${transfer}:colormatrix=bt2020nc`;
  const path = out(`${transfer}.mp4`);
  const encode = ["-c:v", "libx265", "-x265-params", params, ...colours];
  execFileSync("ffmpeg", ["-v", "error", ...picture, "-vf", filters, ...encode, "-y", path]);
  return path;
}

/** Mean of all colours of the first frame, 0–255. */
function brightness(input: readonly string[], filters: string): number {
  const options = ["-frames:v", "1", "-vf", `${filters},format=rgb24`, "-f", "rawvideo", "-"];
  const bytes = execFileSync("ffmpeg", ["-v", "error", ...input, ...options]);
  return bytes.reduce((sum, value) => sum + value, 0) / bytes.length;
}

describe("HDR on a screen", () => {
  it.each(["smpte2084", "arib-std-b67"])(
    "is about as bright as SDR, also without the filters of some builds: %s",
    async (transfer) => {
      const path = hdrFilm(transfer);
      const { video } = await probe(path, { mimeType: "video/mp4" });
      if (!video) throw new Error("no pictures");
      expect(video).toMatchObject({ isHdr: true, transfer });
      const sdr = brightness(picture, "null");
      const chains = filterChains(video, { longSidePx: 320, shortSidePx: 320 });
      expect(chains).toHaveLength(3);
      for (const chain of chains) {
        const ratio = brightness(["-i", path], chain) / sdr;
        expect(ratio, chain).toBeGreaterThan(0.7);
        expect(ratio, chain).toBeLessThan(1.3);
      }
    },
  );
});
