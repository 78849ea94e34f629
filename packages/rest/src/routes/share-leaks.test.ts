import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enterLibrary } from "@alcoves/core/access";
import { createShare } from "@alcoves/core/shares";
import { addPerson, eventually, startTestInstance, startTestWorker, uploadFile } from "@alcoves/testing";
import { describeWithSharedMedia, sharedMediaFile } from "@alcoves/testing/shared-media";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";

const folder = mkdtempSync(join(tmpdir(), "alcoves-leaks-"));
const instance = await startTestInstance();
const worker = startTestWorker(instance);
afterAll(async () => {
  await worker.stop();
  await instance.close();
  rmSync(folder, { recursive: true });
});
const { prisma } = instance.services.database;
const ada = await addPerson(instance);
const { libraryId } = ada;

interface Item {
  reference: string;
  name: string;
  kind: string;
  pictureVersion: string | null;
  playback: string | null;
}

const sources = ["gps/DSCN0012.jpg", "video/with-gps.mp4", "video/with-gps.mov", "audio/chirp-5-id3.mp3"];

/** Tags of a video or sound, of its streams too, that tell more than how it is coded. */
function tagsOf(bytes: Buffer): string[] {
  const path = join(folder, "seen");
  writeFileSync(path, bytes);
  const wanted = ["-v", "error", "-show_entries", "format_tags:stream_tags", "-of", "json", path];
  const read = JSON.parse(execFileSync("ffprobe", wanted).toString()) as {
    format: { tags?: object };
    streams: { tags?: object }[];
  };
  const names = [read.format, ...read.streams].flatMap(({ tags }) => Object.keys(tags ?? {}));
  const coding = /^(major_brand|minor_version|compatible_brands|encoder|handler_name|vendor_id|language)$/;
  return names.filter((name) => !coding.test(name));
}

/** Whether a coordinate or a tag of the sources stands in bytes, as text. */
const told = (bytes: Buffer) =>
  /GPS|[+-]\d{2}\.\d{3,}[+-]\d{2,3}\.\d{3,}|ID3|Exif|xpacket/.test(bytes.toString("latin1"));

describeWithSharedMedia("what a link sends of real files", () => {
  it("holds pictures and sound, and nothing that the camera wrote", { timeout: 240_000 }, async () => {
    await prisma.library.update({ where: { id: libraryId }, data: { allowsSharing: true } });
    const { id: albumId } = await prisma.album.create({ data: { libraryId, name: "Trip" } });
    for (const [position, name] of sources.entries()) {
      const fileId = await uploadFile(sharedMediaFile(name), { ...instance, ...ada });
      await prisma.albumFile.create({ data: { albumId, fileId, position } });
    }
    // The sources do hold what is looked for.
    for (const name of sources) expect(told(readFileSync(sharedMediaFile(name))), name).toBe(true);
    await eventually(async () => {
      const files = await prisma.file.findMany({ where: { libraryId } });
      for (const file of files) expect(file.metadataStatus).toBe("ready");
      expect(files.filter(({ latitude }) => latitude !== null).length).toBeGreaterThanOrEqual(2);
    }, 60_000);
    const ctx = await enterLibrary(ada.ctx, libraryId, "share by link");
    const { token } = await createShare(ctx, { libraryId, albumId, password: null, expiresInDays: null });
    const items = await eventually(async () => {
      const share = (await (await fetch(`${instance.url}/api/share/${token}`)).json()) as { items: Item[] };
      expect(share.items.map(({ playback }) => playback)).toEqual([null, "ready", "ready", "ready"]);
      expect(share.items.slice(0, 3).every(({ pictureVersion }) => pictureVersion !== null)).toBe(true);
      return share.items;
    }, 120_000);
    for (const { reference, kind, pictureVersion, name } of items) {
      const get = async (part: string) => {
        const answer = await fetch(`${instance.url}/s/${token}/media/${reference}/${part}`);
        expect(answer.status, `${name} ${part}`).toBe(200);
        return Buffer.from(await answer.arrayBuffer());
      };
      for (const part of pictureVersion ? ["timeline", "card", "preview"] : []) {
        const picture = await get(part);
        const { exif, xmp, iptc } = await sharp(picture).metadata();
        expect([exif, xmp, iptc, told(picture)], `${name} ${part}`).toEqual([
          undefined,
          undefined,
          undefined,
          false,
        ]);
      }
      if (kind === "photo") continue;
      const played = await get("play");
      expect([tagsOf(played), told(played)], name).toEqual([[], false]);
      const refused = await fetch(`${instance.url}/s/${token}/media/${reference}/original`);
      expect(refused.status).toBe(404);
    }
    const answer = await fetch(`${instance.url}/s/${token}/zip`);
    const archive = Buffer.from(await answer.arrayBuffer());
    expect(told(archive)).toBe(false);
    const zip = await fromBufferPromise(archive);
    const entries: string[] = [];
    for await (const { fileName } of zip.eachEntry()) entries.push(fileName);
    expect(entries).toEqual(["DSCN0012.jpg", "with-gps.mp4", "with-gps (2).mp4", "chirp-5-id3.m4a"]);
  });
});
