// A file of more than 2 GiB and a video of six hours live their whole life: uploaded, looked into, shown, played from any place,
// thrown away. Server and worker stand in processes of their own, whose memory must not grow with the files.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { enterLibrary } from "@alcoves/core/access";
import { purgeItems, trashItems } from "@alcoves/core/trash";
import {
  addPerson,
  createTusSender,
  eventually,
  startTestInstance,
  startTestServer,
  startTestWorker,
} from "@alcoves/testing";
import { type MemoryPeaks, watchMemory } from "@alcoves/testing/memory-watch";

const chunkBytes = 50 * 1024 * 1024;
/** What a process may take beyond what it had before: chunks on their way, not files. MiB. */
const mostGrowth = 200;
const mostChild = 512;
/** Connections that may be lost in one upload. */
const mostLost = 5;

const folder = await mkdtemp(join(tmpdir(), "alcoves-large-"));
const instance = await startTestInstance();
const server = await startTestServer(instance);
const worker = startTestWorker(instance);
const ada = await addPerson(instance);
const { prisma } = instance.services.database;
const headers = { authorization: `Bearer ${ada.token}` };
const libraryId = ada.libraryId;

/** A short piece, and the same piece again and again until it is as long as wanted: nothing is encoded twice. */
function makeVideo(name: string, piece: string[], pieces: number): string {
  const [short, path] = [join(folder, `piece-${name}`), join(folder, name)];
  execFileSync("ffmpeg", ["-v", "error", ...piece, "-pix_fmt", "yuv420p", "-y", short]);
  const again = ["-stream_loop", String(pieces - 1), "-i", short];
  execFileSync("ffmpeg", ["-v", "error", ...again, "-c", "copy", "-y", path]);
  return path;
}

const noise = [
  "-f",
  "rawvideo",
  "-s",
  "1920x1080",
  "-r",
  "30",
  "-pix_fmt",
  "yuv420p",
  "-t",
  "4",
  "-i",
  "/dev/urandom",
];
const quiet = "testsrc2=size=320x180:rate=10:duration=60";
const sound = ["-f", "lavfi", "-i", "sine=frequency=440:duration=60"];
const x264 = ["-c:v", "libx264", "-preset", "ultrafast"];

const files = [
  makeVideo("large.mp4", [...noise, ...x264, "-qp", "4"], 12),
  makeVideo(
    "six-hours.mp4",
    ["-f", "lavfi", "-i", quiet, ...sound, ...x264, "-g", "20", "-c:a", "aac", "-shortest"],
    360,
  ),
];

/** Uploads as browsers do: chunk by chunk from the disk, and on from where the server is when a connection is lost. */
async function upload(path: string): Promise<string> {
  const sender = createTusSender({ url: server.url, token: ada.token, libraryId });
  const { size } = await stat(path);
  const place = await sender.begin(size, basename(path));
  const file = await open(path);
  let fileId: string | null = null;
  let lost = 0;
  try {
    for (let offset = 0; offset < size; ) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, offset);
      const answer = await sender.patch(place, buffer.subarray(0, bytesRead), offset).catch(() => null);
      if (!answer && ++lost > mostLost) throw new Error("The connection was lost too often.");
      if (answer) assert.equal(answer.status, 204, await answer.text());
      const now = answer ?? (await sender.head(place));
      offset = Number(now.headers.get("upload-offset"));
      fileId = now.headers.get("alcoves-file-id");
    }
  } finally {
    await file.close();
  }
  assert(fileId, "The upload ended without a file.");
  return fileId;
}

/** Nothing waits or runs any more. @returns the row */
async function settled(fileId: string) {
  return eventually(async () => {
    const row = await prisma.file.findUniqueOrThrow({ where: { id: fileId } });
    const open = Object.entries(row).filter(
      ([name, value]) => name.endsWith("Status") && (value === "queued" || value === "processing"),
    );
    assert.deepEqual(open, []);
    return row;
  }, 20 * 60_000);
}

/** Reads parts at the start, around 2 GiB, in the middle and at the end, and compares them with the disk. */
async function compareParts(url: string, path: string): Promise<void> {
  const { size } = await stat(path);
  const partBytes = 1024 * 1024;
  const file = await open(path);
  try {
    for (const start of [0, Math.floor(size / 2), 2 ** 31 - partBytes / 2, size - partBytes]) {
      if (start < 0 || start + partBytes > size) continue;
      const end = start + partBytes - 1;
      const answer = await fetch(url, { headers: { ...headers, range: `bytes=${start}-${end}` } });
      assert.equal(answer.status, 206);
      assert.equal(answer.headers.get("content-range"), `bytes ${start}-${end}/${size}`);
      const { buffer } = await file.read(Buffer.alloc(partBytes), 0, partBytes, start);
      assert(buffer.equals(Buffer.from(await answer.arrayBuffer())), `Other bytes came from ${start} on.`);
    }
    const whole = await fetch(url, { headers });
    let bytes = 0;
    for await (const part of whole.body ?? []) bytes += part.length;
    assert.equal(bytes, size);
  } finally {
    await file.close();
  }
}

/** A player jumps to a place near the end and shows a frame. @returns milliseconds that it took */
function jump(url: string, toSeconds: number): number {
  const startedAt = performance.now();
  const source = ["-headers", `authorization: Bearer ${ada.token}\r\n`, "-ss", String(toSeconds), "-i", url];
  const frame = execFileSync("ffmpeg", [
    "-v",
    "error",
    ...source,
    "-frames:v",
    "1",
    "-f",
    "image2pipe",
    "-c:v",
    "mjpeg",
    "-q:v",
    "20",
    "-",
  ]);
  assert(frame.length > 100);
  return Math.round(performance.now() - startedAt);
}

async function live(path: string): Promise<void> {
  const name = basename(path);
  const { size } = await stat(path);
  const watches = { server: await watchMemory(server.pid), worker: await watchMemory(worker.pid) };
  const startedAt = performance.now();
  const fileId = await upload(path);
  const uploadedAt = performance.now();
  const row = await settled(fileId);
  const settledAt = performance.now();
  assert.equal(row.sizeBytes, BigInt(size));
  assert.deepEqual(
    [row.metadataStatus, row.thumbnailStatus, row.variantsStatus],
    ["ready", "ready", "ready"],
  );
  assert.equal(row.proxyStatus, "not_needed");
  assert(row.sha256 && row.widthPx && row.durationMs);
  const url = `${server.url}/api/media/${fileId}/original`;
  await compareParts(url, path);
  const jumpMs = jump(url, row.durationMs / 1_000 - 5);
  const card = await fetch(`${server.url}/api/media/${fileId}/card`, { headers });
  assert.equal(card.headers.get("content-type"), "image/jpeg");

  const ctx = await enterLibrary(ada.ctx, libraryId, "delete files for good");
  await trashItems(ctx, { libraryId, fileIds: [fileId] });
  assert.equal((await fetch(url, { headers })).status, 404);
  await purgeItems(ctx, { libraryId, fileIds: [fileId] });
  assert.equal(await prisma.file.count({ where: { id: fileId } }), 0);
  for await (const key of instance.services.storage.list("files/")) assert.fail(`${key} is left.`);

  const peaks = { server: await watches.server(), worker: await watches.worker() };
  const mib = (bytes: number) => Math.round(bytes / 1024 ** 2);
  const seconds = (from: number, to: number) => `${Math.round((to - from) / 1_000)} s`;
  console.log(
    `${name}: ${mib(size)} MiB, ${row.durationMs / 1_000} s long; uploaded in ${seconds(startedAt, uploadedAt)}, all jobs ended after ${seconds(uploadedAt, settledAt)}, a jump to its end ${jumpMs} ms`,
  );
  for (const [process, peak] of Object.entries(peaks)) report(process, peak);
  for (const peak of Object.values(peaks)) {
    assert(peak.peak - peak.before < mostGrowth, "Memory grew with the file.");
    assert(peak.child.peak < mostChild, "A child took more than it may.");
  }
}

function report(process: string, { before, peak, child }: MemoryPeaks): void {
  const children = child.peak > 0 ? `; largest child ${child.command}, ${child.peak} MiB` : "";
  console.log(`  ${process}: ${before} MiB before, ${peak} MiB at most${children}`);
}

try {
  for (const path of files) await live(path);
} finally {
  await Promise.all([worker.kill(), server.kill()]);
  await instance.close();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
