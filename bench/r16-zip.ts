import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, request } from "node:http";
import { join } from "node:path";
import { uploadFile } from "@alcoves/testing/upload";
import { enterApp } from "./app-under-test.ts";
import { compare } from "./compare.ts";
import { processesWith } from "./cpu-time.ts";
import { watchGrowth } from "./resident-memory.ts";

const files = 64;
const fileBytes = 16 * 1024 * 1024;
const mib = (files * fileBytes) / 2 ** 20;
const app = await enterApp();
const ourProcesses = processesWith("ALCOVES_DATA_PATH", app.dataPath);
const folder = mkdtempSync(join(app.dataPath, "bench-zip-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const fileIds: string[] = [];
for (let index = 0; index < files; index += 1) {
  const bytes = randomBytes(fileBytes);
  writeFileSync(join(folder, `${index}.bin`), bytes);
  fileIds.push(await uploadFile(bytes, { ...app, name: `${index}.bin` }));
}

/** @returns bytes that came */
function drain(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie: app.cookie } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes)).on("error", reject);
    }).on("error", reject);
  });
}

/** On a connection of its own: what a server closes while the comparator works would be taken for open. */
function prepare(): Promise<{ url: string; sizeBytes: number }> {
  return new Promise((resolve, reject) => {
    const asking = request(
      `${app.url}/api/trpc/downloads.prepare`,
      {
        method: "POST",
        agent: false,
        headers: { "content-type": "application/json", origin: app.url, cookie: app.cookie },
      },
      async (answer) => {
        try {
          const text = (await answer.toArray()).join("");
          if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${text}`);
          resolve(JSON.parse(text).result.data.json);
        } catch (error) {
          reject(error);
        }
      },
    ).on("error", reject);
    asking.end(JSON.stringify({ json: { libraryId: app.libraryId, fileIds } }));
  });
}

async function download(): Promise<void> {
  const { url, sizeBytes } = await prepare();
  const bytes = await drain(app.url + url);
  if (bytes !== sizeBytes) throw new Error(`${bytes} bytes came, ${sizeBytes} were promised`);
}

async function mibPerSecond(act: () => void | Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return mib / ((performance.now() - startedAt) / 1_000);
}

/** The most that one archive at a time may cost, MB. */
const mostMb = 150;

await compare(
  {
    id: "R16",
    ours: "ZIP of 1 GiB in 64 files, prepared and fetched, session and access checked",
    comparator: "zip -0 of the same files to a pipe",
    gate: 0.6,
    goal: 0.9,
    unit: "MiB/s",
    measureComparator: () =>
      mibPerSecond(
        () => void execFileSync("sh", ["-c", "zip -q -0 -r - . | cat > /dev/null"], { cwd: folder }),
      ),
    measureOurs: () => mibPerSecond(download),
  },
  {
    id: "R16 (memory)",
    ours: "memory by which the web process grows while it sends that archive",
    comparator: `${mostMb} MB`,
    gate: 1,
    goal: 3,
    unit: "archives/GiB of memory",
    measureComparator: async () => 1_024 / mostMb,
    async measureOurs() {
      const grown = watchGrowth(ourProcesses);
      await download();
      return 1_024 / Math.max(1, grown());
    },
  },
);
