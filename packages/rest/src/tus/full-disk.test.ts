import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPerson, createTusSender, startTestInstance, uploadFile } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "alcoves-small-disk-"));
const mount = (options: string) =>
  spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status === 0;
const isMounted = process.platform === "linux" && mount("size=12m");
if (!isMounted)
  console.warn("SKIPPED for want of the right to mount a disk: a disk that is full or read-only");
afterAll(() => {
  if (isMounted) spawnSync("umount", ["--lazy", folder]);
});

const ballast = join(folder, "ballast");

/** Writes until nothing more fits. */
async function fillDisk(): Promise<void> {
  const file = await open(ballast, "a");
  for (const size of [65_536, 4_096, 1]) {
    const bytes = Buffer.alloc(size);
    for (let fits = true; fits; ) {
      fits = await file.write(bytes).then(
        ({ bytesWritten }) => bytesWritten === size,
        () => false,
      );
    }
  }
  await file.close();
}

describe.skipIf(!isMounted)("a disk that takes nothing", async () => {
  const instance = await startTestInstance({ environment: { ALCOVES_DATA_PATH: folder } });
  afterAll(() => instance.close().catch(() => {})); // the folder itself is a mount, and cannot be removed
  const ada = await addPerson(instance);
  const sender = createTusSender({ ...instance, ...ada });
  const readiness = async () => (await fetch(`${instance.url}/api/ready`)).json();
  const offsetOf = async (place: string) => Number((await sender.head(place)).headers.get("upload-offset"));
  const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

  it("because it is full is told of, and an upload goes on from what was kept when there is room again", async () => {
    const bytes = randomBytes(3_000_000);
    const place = await sender.begin(bytes.length);
    await sender.patch(place, bytes.subarray(0, 1_000_000));
    await fillDisk();
    expect(await readiness()).toEqual({ ready: true, missing: ["storage"] });
    const refused = await sender.patch(place, bytes.subarray(1_000_000), 1_000_000);
    expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining("disk is full")]);
    const announced = await sender.begin(10).catch((error: Error) => error.message);
    expect(announced).not.toContain(folder);

    await rm(ballast);
    expect(await readiness()).toEqual({ ready: true, missing: [] });
    const offset = await offsetOf(place);
    expect(offset).toBeGreaterThanOrEqual(1_000_000);
    const last = await sender.patch(place, bytes.subarray(offset), offset);
    const file = await instance.services.database.prisma.file.findUniqueOrThrow({
      where: { id: last.headers.get("alcoves-file-id") ?? "" },
    });
    expect(Buffer.from(file.sha256 ?? []).toString("hex")).toBe(hashOf(bytes));
  });

  it("because it is read-only is told of, and what lies there is still sent", async () => {
    const bytes = randomBytes(10_000);
    const fileId = await uploadFile(bytes, { ...instance, ...ada });
    const place = await sender.begin(bytes.length);
    expect(mount("remount,ro")).toBe(true);
    expect(await readiness()).toEqual({ ready: true, missing: ["storage"] });
    const refused = await sender.patch(place, bytes);
    expect([refused.status, await refused.text()]).toEqual([503, expect.stringContaining("read-only")]);
    const sent = await fetch(`${instance.url}/api/media/${fileId}/original`, { headers: sender.headers });
    expect(hashOf(Buffer.from(await sent.arrayBuffer()))).toBe(hashOf(bytes));

    expect(mount("remount,rw")).toBe(true);
    expect(await readiness()).toEqual({ ready: true, missing: [] });
    expect((await sender.patch(place, bytes)).headers.get("alcoves-file-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});
