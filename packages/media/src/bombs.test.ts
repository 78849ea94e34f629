import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const mostMemoryMb = 512;
/** Twice the promised ten seconds: two processes on one core slow each other down, and that counts as time of their own. */
const longestMs = 20_000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "alcoves-bombs-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  /** "made", or why not. */
  outcome: string;
  peakMb: number;
  /** Of the whole process: a busy machine does not make it more. */
  cpuMs: number;
}

/** Renders a picture, or one several times at once, in a process of its own, so that its peak memory is its own too. */
async function renderApart(sourcePath: string, mimeType: string, atOnce = 1): Promise<Outcome> {
  const module = JSON.stringify(new URL("./image.ts", import.meta.url).href);
  const request = JSON.stringify({
    sourcePath,
    mimeType,
    spec: { widthPx: 720, heightPx: 360, fit: "inside", format: "jpeg", quality: 80 },
  });
  const code = `
    const { renderImage } = await import(${module});
    const render = () => renderImage(${request}).then(() => "made", (error) => error.reason ?? "crashed: " + error);
    const outcomes = await Promise.all(Array.from({ length: ${atOnce} }, render));
    const outcome = [...new Set(outcomes)].join();
    const cpu = process.cpuUsage();
    const peakMb = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ outcome, peakMb, cpuMs: (cpu.user + cpu.system) / 1_000 }));`;
  const { stdout } = await run(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code]);
  return JSON.parse(stdout);
}

function blankOf(width: number, height: number, channels: 3 | 4 = 3) {
  return sharp({ create: { width, height, channels, background: "#f008" }, limitInputPixels: false });
}

const blank = (side: number, channels: 3 | 4 = 3) => blankOf(side, side, channels);

/** A TIFF of many pages of one pixel, each pointing at the next. */
function manyPages(pages: number): Buffer {
  const entries = [
    [256, 1],
    [257, 1],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, 1],
    [279, 1],
  ] as const;
  const pageBytes = 2 + entries.length * 12 + 4;
  const file = Buffer.alloc(10 + pages * pageBytes);
  file.write("II*\0", "latin1");
  file.writeUInt32LE(10, 4);
  for (let page = 0; page < pages; page += 1) {
    const at = 10 + page * pageBytes;
    file.writeUInt16LE(entries.length, at);
    for (const [index, [tag, value]] of entries.entries()) {
      const entry = at + 2 + index * 12;
      file.writeUInt16LE(tag, entry);
      file.writeUInt16LE(4, entry + 2);
      file.writeUInt32LE(1, entry + 4);
      file.writeUInt32LE(value, entry + 8);
    }
    file.writeUInt32LE(page === pages - 1 ? 0 : at + pageBytes, at + pageBytes - 4);
  }
  return file;
}

const wide = (side: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="9" height="9"/></svg>`;

/** Small pictures whose headers say that they are large: they must be refused by the header. */
const saying = {
  async avif(side: number): Promise<Buffer> {
    const bytes = await blank(64).avif({ effort: 0 }).toBuffer();
    const at = bytes.indexOf("ispe") + 8;
    bytes.writeUInt32BE(side, at);
    bytes.writeUInt32BE(side, at + 4);
    return bytes;
  },
  async jpeg(side: number, progressive: boolean): Promise<Buffer> {
    const bytes = await blank(64).jpeg({ progressive, chromaSubsampling: "4:4:4" }).toBuffer();
    const at = bytes.indexOf(Buffer.of(0xff, progressive ? 0xc2 : 0xc0)) + 5;
    bytes.writeUInt16BE(side, at);
    bytes.writeUInt16BE(side, at + 2);
    return bytes;
  },
  async png(side: number): Promise<Buffer> {
    const bytes = await blank(64, 4).png({ progressive: true }).toBuffer();
    bytes.writeUInt32BE(side, 16);
    bytes.writeUInt32BE(side, 20);
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    return bytes;
  },
  async gif(side: number): Promise<Buffer> {
    const bytes = await blank(64).gif().toBuffer();
    const frame = bytes.indexOf(Buffer.of(0x2c, 0, 0, 0, 0));
    for (const at of [6, 8, frame + 5, frame + 7]) bytes.writeUInt16LE(side, at);
    return bytes;
  },
};

/** Each names itself; the expected outcome is a picture or a refusal. */
const bombs: { name: string; mimeType: string; make(): Promise<Buffer | string>; refused: boolean }[] = [
  {
    name: "a flat PNG of 14000²",
    mimeType: "image/png",
    make: () => blank(14_000).png({ compressionLevel: 1 }).toBuffer(),
    refused: false,
  },
  {
    name: "an interlaced PNG of 11000², which is unfolded whole",
    mimeType: "image/png",
    make: () => saying.png(11_000),
    refused: true,
  },
  {
    name: "a PNG of 500,000 × 1,000, of which many long rows are held",
    mimeType: "image/png",
    make: () => blankOf(500_000, 1_000).png({ compressionLevel: 1 }).toBuffer(),
    refused: true,
  },
  {
    name: "a PNG of 125,000 × 2,000, which still fits",
    mimeType: "image/png",
    make: () => blankOf(125_000, 2_000).png({ compressionLevel: 1 }).toBuffer(),
    refused: false,
  },
  {
    name: "a PNG of 1,000,000 × 96 of 16 bits",
    mimeType: "image/png",
    make: () => blankOf(1_000_000, 96).toColourspace("rgb16").png({ compressionLevel: 1 }).toBuffer(),
    refused: true,
  },
  {
    name: "a JPEG of 65500²",
    mimeType: "image/jpeg",
    make: () => saying.jpeg(65_500, false),
    refused: true,
  },
  {
    name: "a progressive JPEG of 9000², which is kept until its last scan",
    mimeType: "image/jpeg",
    make: () => saying.jpeg(9_000, true),
    refused: true,
  },
  {
    name: "a progressive JPEG of 8000², which still fits",
    mimeType: "image/jpeg",
    make: () => blank(8_000).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }).toBuffer(),
    refused: false,
  },
  {
    name: "a GIF of a thousand frames",
    mimeType: "image/gif",
    make: () =>
      sharp({ create: { width: 64, height: 64_000, channels: 3, background: "red", pageHeight: 64 } })
        .gif({ effort: 1 })
        .toBuffer(),
    refused: false,
  },
  {
    name: "a GIF of 9500²",
    mimeType: "image/gif",
    make: () => saying.gif(9_500),
    refused: true,
  },
  {
    name: "a TIFF of 65535 pages",
    mimeType: "image/tiff",
    make: async () => manyPages(65_535),
    refused: false,
  },
  {
    name: "an AVIF that says 30000²",
    mimeType: "image/avif",
    make: () => saying.avif(30_000),
    refused: true,
  },
  {
    name: "a drawing of 16000²",
    mimeType: "image/svg+xml",
    make: async () => wide(16_000),
    refused: false,
  },
  {
    name: "a drawing of 100000²",
    mimeType: "image/svg+xml",
    make: async () => wide(100_000),
    refused: true,
  },
  {
    name: "a drawing that uses itself three to the twentieth times",
    mimeType: "image/svg+xml",
    make: async () => {
      const uses = (id: number) => `<use href="#a${id}"/>`.repeat(3);
      const groups = Array.from({ length: 20 }, (_, id) => `<g id="a${id}">${uses(id + 1)}</g>`).join("");
      return `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><defs>${groups}<g id="a20"><rect width="1" height="1"/></g></defs><use href="#a0"/></svg>`;
    },
    refused: true,
  },
];

describe("a picture made to fill memory or time", () => {
  it.each(bombs)(
    "is bounded: $name",
    async ({ name, mimeType, make, refused }) => {
      const sourcePath = join(folder, `${name.length}-${mimeType.replace(/\W/g, "-")}`);
      await writeFile(sourcePath, await make());
      const { outcome, peakMb, cpuMs } = await renderApart(sourcePath, mimeType);
      await rm(sourcePath);
      expect(outcome).toMatch(refused ? /^The image is (too large|damaged)/ : /^made$/);
      expect(peakMb).toBeLessThan(mostMemoryMb);
      expect(cpuMs).toBeLessThan(longestMs);
    },
    60_000,
  );

  it("waits while others fill the memory", async () => {
    const sourcePath = join(folder, "several.jpg");
    await blank(8_000).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }).toFile(sourcePath);
    const { outcome, peakMb } = await renderApart(sourcePath, "image/jpeg", 4);
    expect(outcome).toBe("made");
    expect(peakMb).toBeLessThan(mostMemoryMb);
  }, 60_000);
});

describeWithSharedMedia("real files that fill memory", () => {
  it.each([
    ["formats/odd/65536-uint32-limit.png", "image/png"],
    ["formats/odd/giant-image.jpg", "image/jpeg"],
  ])("refuses %s by its header", async (name, mimeType) => {
    const { outcome, peakMb, cpuMs } = await renderApart(sharedMediaFile(name), mimeType);
    expect(outcome).toBe("The image is too large to be shown.");
    expect(peakMb).toBeLessThan(mostMemoryMb);
    expect(cpuMs).toBeLessThan(longestMs);
  });

  it("decodes an AVIF of 20 megapixels and 10 bits apart, so that the process itself stays small", async () => {
    const sourcePath = sharedMediaFile("formats/avif/10bit-HDR-P3-nclx.avif");
    const { outcome, peakMb } = await renderApart(sourcePath, "image/avif");
    expect(outcome).toBe("made");
    expect(peakMb).toBeLessThan(mostMemoryMb / 2);
  }, 60_000);
});
