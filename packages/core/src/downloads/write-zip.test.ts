import { execFileSync, spawnSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, describe, expect, it } from "vitest";
import * as yauzl from "yauzl";
import { writeZip, type ZipEntry, zipSize } from "./write-zip.ts";

const folder = await mkdtemp(join(tmpdir(), "alcoves-zip-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const modifiedAt = new Date("2024-02-29T12:34:56Z");
const entry = (path: string, content: Buffer): ZipEntry => ({
  path,
  sizeBytes: content.length,
  modifiedAt,
  open: async () => ({ stream: Readable.from([content], { objectMode: false }), sizeBytes: content.length }),
});
const emptyFolder = (path: string): ZipEntry => ({ path, sizeBytes: 0, modifiedAt, open: null });

async function save(entries: readonly ZipEntry[]): Promise<string> {
  const path = join(folder, `${entries.length}.zip`);
  await pipeline(Readable.from(writeZip(entries), { objectMode: false }), createWriteStream(path));
  return path;
}

/** Reads an archive as another program does. */
async function read(path: string) {
  const zip = await yauzl.openPromise(path, { strictFileNames: true });
  const found: { path: string; at: Date; text: string }[] = [];
  for await (const one of zip.eachEntry()) {
    const text = one.fileName.endsWith("/")
      ? ""
      : (await buffer(await zip.openReadStreamPromise(one))).toString();
    found.push({ path: one.fileName, at: one.getLastModDate(), text });
  }
  return found;
}

/** Programs that test an archive whole, each in its own way; the exit code tells. */
const judges = {
  unzip: (path: string) => ["-tqq", path],
  python3: (path: string) => ["-m", "zipfile", "-t", path],
};
const present = Object.entries(judges).filter(([name]) => spawnSync(name, ["--version"]).error === undefined);
if (present.length < Object.keys(judges).length)
  console.warn(
    `SKIPPED for want of a program: archives judged by ${Object.keys(judges)}, here: ${present.map(([name]) => name)}`,
  );

function judge(path: string): void {
  for (const [program, argumentsOf] of present) execFileSync(program, argumentsOf(path), { stdio: "pipe" });
}

const mixed = [
  emptyFolder("empty/"),
  entry("a.txt", Buffer.from("first")),
  entry("Sommer/Größe 🌻.txt", Buffer.from("zweite")),
  entry("Sommer/nothing.bin", Buffer.alloc(0)),
  entry("large.bin", Buffer.alloc(3_000_000, "x")),
];

describe("an archive", () => {
  it("is read by others with its paths, times and contents, and is as long as was said", async () => {
    const path = await save(mixed);
    const found = await read(path);
    expect(found.map(({ path }) => path)).toEqual(mixed.map(({ path }) => path));
    expect(found.map(({ text }) => text.slice(0, 6))).toEqual(["", "first", "zweite", "", "xxxxxx"]);
    for (const { at } of found) expect(at).toEqual(modifiedAt);
    const file = await open(path);
    expect((await file.stat()).size).toBe(zipSize(mixed));
    await file.close();
    judge(path);
  });

  it("is an archive also with nothing in it", async () => {
    expect(await buffer(Readable.from(writeZip([])))).toHaveLength(zipSize([]));
  });

  it("says that it is newer than 1980 and older than 2038 of what is not", async () => {
    const dated = ["0001-01-01", "1969-07-20", "9999-12-31"].map((day, index) => ({
      ...entry(`${index}.txt`, Buffer.from(day)),
      modifiedAt: new Date(day),
    }));
    const path = await save(dated);
    const years = (await read(path)).map(({ at }) => at.getUTCFullYear());
    expect(years).toEqual([1980, 1980, 2038]);
    judge(path);
  });

  it("holds more files than 16 bits count", { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 65_600 }, (_, index) => emptyFolder(`${index}/`));
    const bytes = await buffer(Readable.from(writeZip(many)));
    expect(bytes).toHaveLength(zipSize(many));
    const zip = await yauzl.fromBufferPromise(bytes);
    expect(zip.entryCount).toBe(65_600);
    let last = "";
    for await (const { fileName } of zip.eachEntry()) last = fileName;
    expect(last).toBe("65599/");
  });

  it("holds files larger than 32 bits count, and files behind them", { timeout: 120_000 }, async () => {
    const zeros = Buffer.alloc(1 << 20);
    const count = 4_097;
    const large: ZipEntry = {
      path: "film.mov",
      sizeBytes: count * zeros.length,
      modifiedAt,
      open: async () => ({
        stream: Readable.from(Array.from({ length: count }, () => zeros)),
        sizeBytes: count * zeros.length,
      }),
    };
    const entries = [large, entry("behind.txt", Buffer.from("here"))];
    const path = join(folder, "large.zip");
    const file = await open(path, "w");
    let place = 0;
    for await (const chunk of writeZip(entries)) {
      // Zeros are left out: the file system keeps a hole for them.
      if (chunk !== zeros) await file.write(chunk, 0, chunk.length, place);
      place += chunk.length;
    }
    await file.close();
    expect(place).toBe(zipSize(entries));
    const zip = await yauzl.openPromise(path);
    const sizes: number[] = [];
    let behind = "";
    for await (const one of zip.eachEntry()) {
      sizes.push(one.uncompressedSize);
      if (one.fileName === "behind.txt")
        behind = (await buffer(await zip.openReadStreamPromise(one))).toString();
    }
    expect([sizes, behind]).toEqual([[large.sizeBytes, 4], "here"]);
    if (present.some(([name]) => name === "unzip")) execFileSync("unzip", ["-tqq", path, "behind.txt"]);
  });

  it.each([
    ["shorter than", 4],
    ["longer than", 6],
  ])("breaks when a content turns out to be %s it should be", async (_what, told) => {
    const five = Buffer.from("bytes");
    const lying = (sizeBytes: number, opened: number): ZipEntry => ({
      ...entry("a.txt", five),
      sizeBytes,
      open: async () => ({ stream: Readable.from([five]), sizeBytes: opened }),
    });
    await expect(buffer(Readable.from(writeZip([lying(told, 5)])))).rejects.toThrow("a.txt has 5 bytes");
    await expect(buffer(Readable.from(writeZip([lying(told, told)])))).rejects.toThrow("a.txt ended after 5");
  });

  it("opens one content at a time, and closes it when nobody reads on", async () => {
    const opened: Readable[] = [];
    const endless = (path: string): ZipEntry => ({
      path,
      sizeBytes: 1e9,
      modifiedAt,
      async open() {
        const stream = Readable.from(
          (function* () {
            for (;;) yield Buffer.alloc(1_000);
          })(),
        );
        opened.push(stream);
        return { stream, sizeBytes: 1e9 };
      },
    });
    const archive = Readable.from(writeZip([endless("a"), endless("b")]), { objectMode: false });
    let chunks = 0;
    for await (const _chunk of archive) if (++chunks === 5) break;
    await expect.poll(() => opened.map((stream) => stream.destroyed)).toEqual([true]);
  });
});
