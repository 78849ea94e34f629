import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { uploadMetadata } from "@alcoves/testing/upload";
import { enterApp } from "./app-under-test.ts";
import { startBareServer } from "./bare-server.ts";
import { compare } from "./compare.ts";

const chunkBytes = 50 * 1024 * 1024;
const sizeBytes = 1024 ** 3;
const app = await enterApp();
const folder = mkdtempSync(join(app.dataPath, "bench-tus-"));
const bare = await startBareServer("tus", [folder]);
const chunk = randomBytes(chunkBytes);

async function upload(url: string): Promise<number> {
  const headers = { authorization: `Bearer ${app.token}`, "tus-resumable": "1.0.0" };
  const startedAt = performance.now();
  const created = await fetch(`${url}/api/tus`, {
    method: "POST",
    headers: {
      ...headers,
      "upload-length": String(sizeBytes),
      "upload-metadata": uploadMetadata({ libraryId: app.libraryId, filename: "large.bin" }),
    },
  });
  const place = new URL(created.headers.get("location") ?? "", `${url}/api/tus`);
  for (let offset = 0; offset < sizeBytes; offset += chunkBytes) {
    const answer = await fetch(place, {
      method: "PATCH",
      headers: {
        ...headers,
        "upload-offset": String(offset),
        "content-type": "application/offset+octet-stream",
      },
      body: chunk.subarray(0, Math.min(chunkBytes, sizeBytes - offset)),
    });
    if (answer.status !== 204) throw new Error(`${answer.status} ${await answer.text()}`);
  }
  return sizeBytes / 2 ** 20 / ((performance.now() - startedAt) / 1_000);
}

process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
await compare({
  id: "R5",
  ours: `upload of 1 GiB in 50 MiB chunks: hashed, flushed, filed`,
  comparator: "bare @tus/server with its file store",
  gate: 0.8,
  goal: 0.95,
  unit: "MiB/s",
  measureComparator: () => upload(bare.url),
  measureOurs: () => upload(app.url),
});
