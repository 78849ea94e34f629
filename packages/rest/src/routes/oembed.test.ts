import { enterLibrary } from "@alcoves/core/access";
import { createShare } from "@alcoves/core/shares";
import { momentClipKey } from "@alcoves/storage";
import { addPerson, startTestInstance } from "@alcoves/testing";
import { afterAll, describe, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { database, origin, storage } = instance.services;
const { prisma } = database;
const ada = await addPerson(instance);
const { libraryId } = ada;
await prisma.library.update({ where: { id: libraryId }, data: { allowsSharing: true } });

/** @returns the token of a link to a new moment that has its clip */
async function share({ name = "Cake", kind = "video" as "video" | "audio" } = {}): Promise<string> {
  const facts = { name: "a.mov", mimeType: "video/quicktime", sizeBytes: 1n, widthPx: 1_280, heightPx: 720 };
  const { id: fileId } = await prisma.file.create({ data: { libraryId, kind, ...facts } });
  const { id: momentId } = await prisma.moment.create({
    data: {
      ...{ libraryId, fileId, name, startMs: 0, endMs: 2_000 },
      ...({ exportStatus: "ready", exportVersion: 1, exportDoneVersion: 1 } as const),
    },
  });
  await storage.write(momentClipKey({ libraryId, fileId, momentId, version: 1 }), Buffer.from("a clip"));
  const ctx = await enterLibrary(ada.ctx, libraryId, "share by link");
  return (await createShare(ctx, { libraryId, momentId, expiresInDays: null, password: null })).token;
}

const ask = (path: string) => fetch(instance.url + path);

const oembed = (token: string, more = "") =>
  `/api/oembed?format=json&url=${encodeURIComponent(`${origin}/s/${token}`)}${more}`;

async function askEmbed(path: string) {
  return (await (await ask(path)).json()) as {
    html: string;
    title: string;
    width: number;
    thumbnail_url?: string;
  };
}

describe("an embed", () => {
  it("is a frame within the size that is asked for, with the picture that fits", async () => {
    const token = await share();
    const address = `${origin}/s/${token}`;
    const thumbnail = {
      thumbnail_url: `${address}/media/thumbnail`,
      thumbnail_width: 1280,
      thumbnail_height: 720,
    };
    const usual = { version: "1.0", type: "video", title: "Cake", width: 1280, height: 720, ...thumbnail };
    expect(await askEmbed(oembed(token))).toMatchObject(usual);
    const small = await askEmbed(oembed(token, "&maxwidth=640&maxheight=2000"));
    expect(small).toMatchObject({ width: 640, height: 360 });
    expect(small).not.toHaveProperty("thumbnail_url");
    expect(small.html).toBe(
      `<iframe src="${address}/embed" width="640" height="360" title="Cake" style="border: 0" ` +
        'referrerpolicy="no-referrer" allow="fullscreen; picture-in-picture"></iframe>',
    );
    for (const bad of ["0", "-1", "1e3", "x", "999999"])
      expect((await ask(oembed(token, `&maxwidth=${bad}`))).status, bad).toBe(400);
  });

  it("of sound is a frame of a usual size, without a picture", async () => {
    const embed = await askEmbed(oembed(await share({ kind: "audio" })));
    expect(embed).toMatchObject({ width: 640, height: 360 });
    expect(embed).not.toHaveProperty("thumbnail_url");
  });

  it("is made of addresses of our own shares alone, as JSON alone", async () => {
    const token = await share();
    for (const url of [
      `https://evil.example/s/${token}`,
      `${origin}.evil.example/s/${token}`,
      `${origin}@evil.example/s/${token}`,
      `javascript:${origin}/s/${token}`,
      `file:///s/${token}`,
      `//${new URL(origin).host}/s/${token}`,
      `${origin}/s/${token}/media/clip`,
      `${origin}/x/s/${token}`,
      `${origin}/`,
      "",
    ]) {
      const answer = await ask(`/api/oembed?url=${encodeURIComponent(url)}`);
      expect(answer.status, url).toBe(404);
    }
    expect((await ask("/api/oembed")).status).toBe(404);
    expect((await ask(oembed(token).replace("=json", "=xml"))).status).toBe(501);
  });

  it("and a file that is saved are named by any moment without harm", async () => {
    for (const name of [
      '"><script>alert(1)</script>',
      `' onload='alert(1)`,
      "a\u202Egpj.exe",
      "</iframe><img src=x onerror=alert(1)>",
      'x"; filename="evil.html',
      "&lt;b&gt;",
    ]) {
      const token = await share({ name });
      const { html, title } = await askEmbed(oembed(token));
      expect(title).toBe(name);
      const inTitle = / title="([^"]*)" style=/.exec(html)?.[1] ?? "";
      expect(inTitle.replace(/&#\d+;/g, ""), name).toMatch(/^[\p{L}\p{N} .,:;/_-]*$/u);
      expect(inTitle.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))).toBe(
        name,
      );
      const saved = await ask(`/s/${token}/media/clip?download`);
      const disposition = saved.headers.get("content-disposition") ?? "";
      expect(disposition, name).toMatch(/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w.!~%-]+$/);
      expect(disposition).toMatch(/^[\x20-\x7e]*$/);
    }
  });
});
