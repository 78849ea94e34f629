import { enterLibrary } from "@alcoves/core/access";
import { correctTranscript, getTranscript, replaceSegments } from "@alcoves/core/transcripts";
import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import { afterAll, expect, it } from "vitest";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;
const [ada, eve] = [await addPerson(instance), await addPerson(instance, "Eve")];
const { libraryId } = ada;
const ctx = await enterLibrary(ada.ctx, libraryId, "see its files");

async function film(name = 'Bob"s <party>.mp4') {
  const facts = { kind: "video", mimeType: "video/mp4", sizeBytes: 1n, name } as const;
  return (await prisma.file.create({ data: { ...facts, libraryId, uploadedById: ada.userId } })).id;
}

const get = (path: string, person: TestPerson | null = ada, headers: Record<string, string> = {}) =>
  fetch(`${instance.url}/api/media/${path}`, {
    headers: person ? { authorization: `Bearer ${person.token}`, ...headers } : headers,
  });

const cues = [
  { kind: "speech", startMs: 1_000, endMs: 2_000, text: "Tom & Jerry\n<script>", score: 0.5 },
  { kind: "audio", startMs: 1_000, endMs: 2_000, text: "Laughter", score: 0.5 },
] as const;

async function transcribed() {
  const fileId = await film();
  for (const kind of ["speech", "audio"] as const) await replaceSegments(ctx, { fileId, kind, cues });
  return fileId;
}

it("are what is said, in three formats that run nothing", async () => {
  const fileId = await transcribed();
  const texts = {
    vtt: ["text/vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nTom &amp; Jerry\n&lt;script&gt;\n"],
    srt: ["application/x-subrip", "1\n00:00:01,000 --> 00:00:02,000\nTom & Jerry\n<script>\n"],
    txt: ["text/plain", "Tom & Jerry <script>\n"],
  } as const;
  for (const [format, [mimeType, text]] of Object.entries(texts)) {
    const answer = await get(`${fileId}/captions.${format}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(text);
    expect(answer.headers.get("content-type")).toBe(`${mimeType}; charset=utf-8`);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("content-disposition")).toMatch(/^inline; /);
    const download = await get(`${fileId}/captions.${format}?download`);
    expect(download.headers.get("content-disposition")).toBe(
      `attachment; filename="Bob_s <party>.${format}"; filename*=UTF-8''Bob%22s%20%3Cparty%3E.${format}`,
    );
    await download.body?.cancel();
  }
});

it("are kept under the address of their revision, and asked about again under every other", async () => {
  const fileId = await transcribed();
  const named = await get(`${fileId}/captions.vtt?v=2`);
  expect(named.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
  const etag = named.headers.get("etag") ?? "";
  for (const path of ["captions.vtt", "captions.vtt?v=1"]) {
    const answer = await get(`${fileId}/${path}`, ada, { "if-none-match": etag });
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([304, "private, no-cache"]);
  }
  expect((await get(`${fileId}/captions.srt`, ada, { "if-none-match": etag })).status).toBe(200);
  const [cue] = (await getTranscript(ctx, { libraryId, fileId })).cues;
  const { segmentId = "", text: seenText = "" } = cue ?? {};
  await correctTranscript(ctx, { libraryId, segmentId, seenText, text: "Hullo" });
  const corrected = await get(`${fileId}/captions.vtt`, ada, { "if-none-match": etag });
  expect([corrected.status, corrected.headers.get("etag") === etag]).toEqual([200, false]);
});

it("are not there for strangers, without a transcript, with sounds alone, and under made-up names", async () => {
  const fileId = await transcribed();
  for (const person of [eve, null]) expect((await get(`${fileId}/captions.vtt`, person)).status).toBe(404);
  const silent = await film();
  expect((await get(`${silent}/captions.vtt`)).status).toBe(404);
  await replaceSegments(ctx, { fileId: silent, kind: "audio", cues });
  expect((await get(`${silent}/captions.vtt`)).status).toBe(404);
  for (const path of [`${fileId}/captions.ass`, `${fileId}/captions`, "x/captions.vtt", "%00/captions.vtt"])
    expect((await get(path)).status).toBeGreaterThanOrEqual(400);
});
