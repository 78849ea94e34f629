import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { uploadMetadata } from "@alcoves/testing/upload";
import { enterApp } from "./app-under-test.ts";
import { startBareServer } from "./bare-server.ts";
import { compare } from "./compare.ts";
import { countKnown } from "./known-files.ts";

/** A fifth of the folder that the ratio is of: six pairs of the whole would take an hour. */
const fileCount = 1_000;
const sizeBytes = 200_000;
/** As the app's own default. */
const atOnce = 4;

const app = await enterApp();
const folder = mkdtempSync(join(app.dataPath, "bench-tus-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const staging = join(folder, "bare");
mkdirSync(staging);
const bare = await startBareServer("tus", [staging]);

/** Files that no library has seen. */
function makeFolder(): string[] {
  const source = mkdtempSync(join(folder, "source-"));
  return Array.from({ length: fileCount }, (_, place) => {
    const path = join(source, `${place}.bin`);
    writeFileSync(path, randomBytes(sizeBytes));
    return path;
  });
}

/** In one request, as browsers and phones send small files to the app; the bare server knows that way too. */
async function upload(url: string, path: string): Promise<void> {
  const uploadId = randomBytes(16).toString("hex");
  const answer = await fetch(`${url}/api/tus`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${app.token}`,
      "tus-resumable": "1.0.0",
      "upload-length": String(sizeBytes),
      "upload-metadata": uploadMetadata({ libraryId: app.libraryId, filename: basename(path), uploadId }),
      "content-type": "application/offset+octet-stream",
    },
    body: new Uint8Array(await readFile(path)),
  });
  if (answer.headers.get("upload-offset") !== String(sizeBytes)) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
  // A connection is free for the next file once its answer was read to the end.
  await answer.arrayBuffer();
}

async function uploadAll(url: string, paths: readonly string[]): Promise<void> {
  let next = 0;
  const sendSome = async () => {
    for (let path = paths[next++]; path; path = paths[next++]) await upload(url, path);
  };
  await Promise.all(Array.from({ length: atOnce }, sendSome));
}

async function rateOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return fileCount / ((performance.now() - startedAt) / 1_000);
}

/** Looks for each file first, and then sends it: the app does both side by side. */
async function sendFirst(paths: readonly string[]): Promise<void> {
  const known = await countKnown(app, paths);
  if (known > 0) throw new Error(`${known} new files are said to be there.`);
  await uploadAll(app.url, paths);
}

async function sendAgain(paths: readonly string[]): Promise<void> {
  const known = await countKnown(app, paths);
  if (known < fileCount) throw new Error(`Only ${known} of ${fileCount} are said to be there.`);
}

let dropped: string[] = [];
await compare(
  {
    id: "R6 (first)",
    ours: `${fileCount} files of 200 kB, 4 at once: looked for, hashed, flushed, filed`,
    comparator: "bare @tus/server with its file store, the same client",
    gate: 0.7,
    goal: 0.9,
    unit: "files/s",
    measureComparator: () => {
      dropped = makeFolder();
      return rateOf(() => uploadAll(bare.url, dropped));
    },
    measureOurs: () => rateOf(() => sendFirst(dropped)),
  },
  {
    id: "R6 (again)",
    ours: "the same folder dropped again: sizes asked for, hashed, asked for by SHA-256",
    comparator: "dropping it the first time",
    gate: 20,
    goal: 50,
    unit: "files/s",
    measureComparator: () => {
      dropped = makeFolder();
      return rateOf(() => sendFirst(dropped));
    },
    measureOurs: () => rateOf(() => sendAgain(dropped)),
  },
);
