import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How a phone says where in the photo the clip is. */
export type MotionSpelling = "MicroVideo" | "Container";

/** Makes half a second of video, small, as phones embed it. */
export async function makeClip({ codec = "libx264" }: { codec?: "libx264" | "mpeg4" } = {}): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "alcoves-clip-"));
  try {
    const path = join(folder, "clip.mp4");
    const source = ["-f", "lavfi", "-i", "testsrc=size=64x48:rate=10:duration=0.5"];
    await run("ffmpeg", ["-v", "error", ...source, "-c:v", codec, "-pix_fmt", "yuv420p", path]);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts a clip behind a JPEG and says so in its XMP, as phones do. */
export function makeMotionPhoto(jpeg: Buffer, clip: Buffer, spelling: MotionSpelling): Buffer {
  const says =
    spelling === "MicroVideo"
      ? `<rdf:Description xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MicroVideo="1" GCamera:MicroVideoVersion="1" GCamera:MicroVideoOffset="${clip.length}"/>`
      : `<rdf:Description xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" xmlns:Container="http://ns.google.com/photos/1.0/container/" xmlns:Item="http://ns.google.com/photos/1.0/container/item/" GCamera:MotionPhoto="1" GCamera:MotionPhotoVersion="1">
         <Container:Directory><rdf:Seq>
         <rdf:li rdf:parseType="Resource"><Container:Item Item:Mime="image/jpeg" Item:Semantic="Primary" Item:Length="0" Item:Padding="0"/></rdf:li>
         <rdf:li rdf:parseType="Resource"><Container:Item Item:Mime="video/mp4" Item:Semantic="MotionPhoto" Item:Length="${clip.length}" Item:Padding="0"/></rdf:li>
         </rdf:Seq></Container:Directory></rdf:Description>`;
  const packet = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${says}</rdf:RDF></x:xmpmeta>`;
  const body = Buffer.from(packet, "latin1");
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2), clip]);
}
