import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MotionSpelling, makeClip, makeMotionPhoto } from "@alcoves/testing/motion-photo";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MediaError } from "./errors.ts";
import { closeMetadataReader, readMetadata } from "./metadata.ts";
import { extractMotion } from "./motion.ts";
import { probe } from "./probe.ts";

let folder: string;
let jpeg: Buffer;
const mimeType = "image/jpeg";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "alcoves-motion-"));
  jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "teal" } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await closeMetadataReader();
  await rm(folder, { recursive: true, force: true });
});

async function write(bytes: Buffer): Promise<{ sourcePath: string; outputPath: string; inside: string }> {
  const inside = await mkdtemp(join(folder, "photo-"));
  const sourcePath = join(inside, "photo");
  await writeFile(sourcePath, bytes);
  return { sourcePath, outputPath: join(inside, "clip.mp4"), inside };
}

/** Samsung writes a marker, the clip, and a directory of such parts (SEFH … SEFT) at the end. */
function samsungPhoto(clip: Buffer): Buffer {
  const name = Buffer.from("MotionPhoto_Data");
  const block = Buffer.concat([Buffer.from([0, 0, 0x30, 0x0a]), uint32(name.length), name, clip]);
  const entry = Buffer.concat([Buffer.from([0, 0, 0x30, 0x0a]), uint32(block.length), uint32(block.length)]);
  const directory = Buffer.concat([Buffer.from("SEFH"), uint32(106), uint32(1), entry]);
  return Buffer.concat([jpeg, block, directory, uint32(directory.length), Buffer.from("SEFT")]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

describe("a motion photo", () => {
  it.each<MotionSpelling>(["MicroVideo", "Container"])(
    "as Google spells it in %s gives its clip",
    async (spelling) => {
      const clip = await makeClip();
      const { sourcePath, outputPath, inside } = await write(makeMotionPhoto(jpeg, clip, spelling));
      expect((await readMetadata({ sourcePath, mimeType })).hasMotion).toBe(true);
      await extractMotion({ sourcePath, outputPath });
      expect((await readFile(outputPath)).equals(clip)).toBe(true);
      expect((await readdir(inside)).sort()).toEqual(["clip.mp4", "photo"]);
    },
  );

  it("of Samsung gives its clip", async () => {
    const clip = await makeClip();
    const { sourcePath, outputPath } = await write(samsungPhoto(clip));
    expect((await readMetadata({ sourcePath, mimeType })).hasMotion).toBe(true);
    await extractMotion({ sourcePath, outputPath });
    expect((await readFile(outputPath)).equals(clip)).toBe(true);
  });

  it("whose clip browsers cannot play gives one that they can", async () => {
    const clip = await makeClip({ codec: "mpeg4" });
    const { sourcePath, outputPath } = await write(makeMotionPhoto(jpeg, clip, "MicroVideo"));
    await extractMotion({ sourcePath, outputPath });
    expect((await probe(outputPath, { mimeType: "video/mp4" })).video?.codec).toBe("h264");
  });

  it("that says so and holds none fails with a sentence, and leaves nothing behind", async () => {
    const clip = await makeClip();
    const cut = makeMotionPhoto(jpeg, clip, "Container").subarray(0, -clip.length + 20);
    const noise = makeMotionPhoto(jpeg, Buffer.alloc(5_000, 7), "MicroVideo");
    const huge = makeMotionPhoto(jpeg, clip, "MicroVideo").toString("latin1");
    const beyond = Buffer.from(huge.replace(/Offset="\d+"/, 'Offset="999999999"'), "latin1");
    for (const bytes of [cut, noise, beyond]) {
      const { sourcePath, outputPath, inside } = await write(bytes);
      await expect(extractMotion({ sourcePath, outputPath })).rejects.toBeInstanceOf(MediaError);
      expect(await readdir(inside)).toEqual(["photo"]);
    }
  });

  it("is none when a photo does not say so", async () => {
    const { sourcePath } = await write(jpeg);
    expect((await readMetadata({ sourcePath, mimeType })).hasMotion).toBe(false);
  });
});
