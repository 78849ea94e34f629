import { type Cue, parseSubRip, parseWebVtt, printSubRip, printWebVtt } from "@alcoves/cues";
import { addPerson, startTestInstance, type TestPerson } from "@alcoves/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { enterLibrary } from "../access/index.ts";
import { getFile } from "../files/index.ts";
import { emptyTrash, restoreItems, trashItems } from "../trash/index.ts";
import { correctWords } from "./correct.ts";
import {
  correctTranscript,
  exportTranscript,
  getTranscript,
  importTranscript,
  removeTranscript,
  replaceSegments,
} from "./index.ts";

const instance = await startTestInstance();
afterAll(() => instance.close());
const { prisma } = instance.services.database;

/** A library with its owner, two contributors and a viewer, and a film of Cleo's. */
async function home(kind: "video" | "photo" = "video") {
  const people = await Promise.all(["Ada", "Cleo", "Carl", "Vera"].map((name) => addPerson(instance, name)));
  const [ada, cleo, carl, vera] = people as [TestPerson, TestPerson, TestPerson, TestPerson];
  const { id: libraryId } = await prisma.library.create({
    data: { name: "Shared", emoji: "🏡", ownerId: ada.userId },
  });
  for (const [{ userId }, role] of [
    [cleo, "contributor"],
    [carl, "contributor"],
    [vera, "viewer"],
  ] as const)
    await prisma.libraryMember.create({ data: { libraryId, userId, role } });
  const facts = {
    kind,
    mimeType: "video/mp4",
    sizeBytes: 1n,
    name: "party.mp4",
    durationMs: 60_000,
  } as const;
  const { id: fileId } = await prisma.file.create({
    data: { ...facts, libraryId, uploadedById: cleo.userId },
  });
  const enter = (person: TestPerson) => enterLibrary(person.ctx, libraryId, "see its files");
  const [asAda, asCleo, asCarl, asVera] = [
    await enter(ada),
    await enter(cleo),
    await enter(carl),
    await enter(vera),
  ];
  return { libraryId, fileId, cleo, asAda, asCleo, asCarl, asVera, at: { libraryId, fileId } };
}

const vtt =
  "WEBVTT\n\n00:01.000 --> 00:02.500\nHello &amp; welcome\n\n00:03.000 --> 00:04.000\nCut the cake\n";
const srt = "1\n00:00:05,000 --> 00:00:06,000\nHappy birthday\n\n2\n00:00:02,000 --> 00:00:03,000\nHello\n";
const sound: Cue = { kind: "audio", startMs: 1_500, endMs: 2_000, text: "Laughter", score: 0.75 };
const shown = ({ cues }: { cues: readonly Cue[] }) => cues.map(({ startMs, text }) => `${startMs} ${text}`);

describe("a transcript", () => {
  it("is empty where nobody has said what is said, also for those who only look", async () => {
    const { at, fileId, asVera, asCleo } = await home();
    const nothing = { fileId, revision: 0, language: null, cues: [] };
    expect(await getTranscript(asVera, at)).toEqual({ ...nothing, mayChange: false });
    expect(await getTranscript(asCleo, at)).toEqual({ ...nothing, mayChange: true });
    expect((await getFile(asVera, at)).captionsUrl).toBeNull();
    await expect(exportTranscript(asVera, fileId, "vtt")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is imported from WebVTT and from SubRip, in the order of its times, and leaves sounds as they are", async () => {
    const { at, fileId, libraryId, asCleo } = await home();
    await replaceSegments(asCleo, { fileId, kind: "audio", cues: [sound] });
    const first = await importTranscript(asCleo, {
      ...at,
      seen: 1,
      name: "a.vtt",
      text: vtt,
      language: "en",
    });
    expect(first).toEqual({ revision: 2, cueCount: 2, problems: [] });
    const transcript = await getTranscript(asCleo, at);
    expect(transcript).toMatchObject({ revision: 2, language: "en" });
    expect(shown(transcript)).toEqual(["1000 Hello & welcome", "1500 Laughter", "3000 Cut the cake"]);
    expect(transcript.cues[1]).toMatchObject({ kind: "audio", score: 0.75, isCorrected: false });
    await importTranscript(asCleo, { ...at, seen: 2, name: "noname", text: srt });
    const second = await getTranscript(asCleo, at);
    expect(shown(second)).toEqual(["1500 Laughter", "2000 Hello", "5000 Happy birthday"]);
    expect(second.language).toBe("en");
    expect((await getFile(asCleo, at)).captionsUrl).toBe(`/api/media/${fileId}/captions.vtt?v=3`);
    const kinds = await prisma.activity.findMany({ where: { libraryId }, orderBy: { createdAt: "asc" } });
    expect(kinds.map(({ kind, subject }) => [kind, subject])).toEqual(
      [2, 2].map((count) => ["transcript.imported", { fileId, name: "party.mp4", count }]),
    );
    expect(await prisma.event.count({ where: { fileId, kind: "transcripts.changed" } })).toBe(3);
  });

  it("tells what of a file it did not take, by line, and refuses one without captions", async () => {
    const { at, asCleo } = await home();
    const text =
      "WEBVTT\n\n00:99.000 --> 00:02.000\na\n\n00:01.000 --> 00:02.000\nb\n\n00:03.000 --> 00:02.000\nc";
    expect(await importTranscript(asCleo, { ...at, seen: 0, name: "a.vtt", text })).toEqual({
      revision: 1,
      cueCount: 1,
      problems: [
        { line: 3, code: "bad-times" },
        { line: 9, code: "ends-too-soon" },
      ],
    });
    for (const nothing of ["", "Dear diary,\ntoday…", "\0\ud800", "WEBVTT\n\n00:9 --> x\na", "{}"])
      await expect(
        importTranscript(asCleo, { ...at, seen: 1, name: "a.srt", text: nothing }),
      ).rejects.toMatchObject({ code: "INVALID", message: expect.stringContaining(".srt") });
    await expect(
      importTranscript(asCleo, { ...at, seen: 1, name: "a.vtt", text: "a".repeat(5_000_001) }),
    ).rejects.toThrow();
    expect(await getTranscript(asCleo, at)).toMatchObject({ revision: 1, cues: [{ text: "b" }] });
  });

  it("is replaced only by who has seen it as it is: of two at once one is told", async () => {
    const { at, asCleo, asAda } = await home();
    const send = (ctx: typeof asCleo, seen: number, text = vtt) =>
      importTranscript(ctx, { ...at, seen, name: "a.vtt", text });
    for (const seen of [0, 1, 2]) {
      const outcomes = await Promise.allSettled([send(asCleo, seen), send(asAda, seen), send(asCleo, seen)]);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "CONFLICT" });
    }
    expect(await getTranscript(asCleo, at)).toMatchObject({ revision: 3 });
  });

  it("is changed by who uploaded the file and by admins, and not at all for a photo", async () => {
    const { at, asCarl, asAda, asCleo } = await home();
    const wanted = { ...at, seen: 0, name: "a.vtt", text: vtt };
    await expect(importTranscript(asCarl, wanted)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await getTranscript(asCarl, at)).toMatchObject({ mayChange: false });
    await importTranscript(asAda, wanted);
    const [cue] = (await getTranscript(asCarl, at)).cues;
    const correction = {
      libraryId: at.libraryId,
      segmentId: cue?.segmentId ?? "",
      seenText: cue?.text ?? "",
      text: "x",
    };
    await expect(correctTranscript(asCarl, correction)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const remove = { ...at, seen: 1, kind: "speech" } as const;
    await expect(removeTranscript(asCarl, remove)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await correctTranscript(asCleo, correction);
    const photo = await home("photo");
    await expect(importTranscript(photo.asCleo, { ...wanted, ...photo.at })).rejects.toMatchObject({
      code: "INVALID",
    });
    // Each library is a place of its own.
    await expect(
      correctTranscript(photo.asCleo, { ...correction, libraryId: photo.libraryId }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getTranscript(photo.asCleo, at)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is removed as a whole, leaves sounds, and goes on counting", async () => {
    const { at, fileId, asCleo } = await home();
    await expect(removeTranscript(asCleo, { ...at, seen: 0, kind: "speech" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await importTranscript(asCleo, { ...at, seen: 0, name: "a.vtt", text: vtt });
    await replaceSegments(asCleo, { fileId, kind: "audio", cues: [sound] });
    await expect(removeTranscript(asCleo, { ...at, seen: 1, kind: "speech" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await removeTranscript(asCleo, { ...at, seen: 2, kind: "speech" })).toEqual({ revision: 3 });
    expect(shown(await getTranscript(asCleo, at))).toEqual(["1500 Laughter"]);
    expect((await getFile(asCleo, at)).captionsUrl).toBeNull();
    await removeTranscript(asCleo, { ...at, seen: 3, kind: "audio" });
    expect(await getTranscript(asCleo, at)).toMatchObject({ revision: 4, cues: [] });
  });

  it("goes with its file: hidden in the trash, back with it, and gone for good with it", async () => {
    const { at, fileId, libraryId, asAda } = await home();
    await importTranscript(asAda, { ...at, seen: 0, name: "a.vtt", text: vtt });
    const trash = () => trashItems(asAda, { libraryId, fileIds: [fileId], folderIds: [] });
    await trash();
    await expect(getTranscript(asAda, at)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(exportTranscript(asAda, fileId, "vtt")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreItems(asAda, { libraryId, fileIds: [fileId], folderIds: [] });
    expect((await getTranscript(asAda, at)).cues).toHaveLength(2);
    await trash();
    await emptyTrash(asAda);
    await expect(
      replaceSegments(asAda, { fileId, kind: "speech", cues: [{ ...sound, kind: "speech" }] }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await prisma.segment.count({ where: { transcript: { fileId } } })).toBe(0);
    expect(await prisma.transcript.count({ where: { fileId } })).toBe(0);
  });
});

describe("a line", () => {
  async function spoken() {
    const there = await home();
    const words = ["Cut", "the", "cake."].map((text, at) => ({
      ...{ startMs: 1_000 + at * 300, endMs: 1_300 + at * 300, text, score: 0.9 },
    }));
    const cue: Cue = {
      kind: "speech",
      startMs: 1_000,
      endMs: 2_000,
      text: "Cut the cake.",
      score: 0.8,
      words,
    };
    await replaceSegments(there.asCleo, { fileId: there.fileId, kind: "speech", cues: [cue] });
    const [first] = (await getTranscript(there.asCleo, there.at)).cues;
    if (!first) throw new Error("Nothing was written.");
    expect(first).toMatchObject(cue);
    return { ...there, words, first, named: { libraryId: there.libraryId, segmentId: first.segmentId } };
  }

  it("is corrected: its words keep their times while there are as many of them", async () => {
    const { at, asCleo, named, words } = await spoken();
    const corrected = await correctTranscript(asCleo, {
      ...named,
      seenText: "Cut the cake.",
      text: " Cut the  Kate. ",
    });
    expect(corrected).toMatchObject({
      revision: 2,
      cue: { text: "Cut the  Kate.", score: null, isCorrected: true },
    });
    const [cue] = (await getTranscript(asCleo, at)).cues;
    expect(cue).toEqual(corrected.cue);
    expect(cue?.words).toEqual([words[0], words[1], { ...words[2], text: "Kate.", score: null }]);
    const shorter = await correctTranscript(asCleo, {
      ...named,
      seenText: "Cut the  Kate.",
      text: "Cut it.",
    });
    expect(shorter.cue.words).toBeUndefined();
    expect((await getTranscript(asCleo, at)).cues).toEqual([shorter.cue]);
    // An answer that was lost.
    const again = await correctTranscript(asCleo, { ...named, seenText: "Cut the  Kate.", text: "Cut it." });
    expect(again).toEqual(shorter);
  });

  it("is corrected by one of those who do so at once; the others are told what is there now", async () => {
    const { at, asCleo, asAda, named } = await spoken();
    const texts = ["one", "two", "three", "four"];
    const outcomes = await Promise.allSettled(
      texts.map((text, place) =>
        correctTranscript(place % 2 ? asCleo : asAda, { ...named, seenText: "Cut the cake.", text }),
      ),
    );
    const [cue] = (await getTranscript(asCleo, at)).cues;
    const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refused).toHaveLength(3);
    for (const reason of refused)
      expect(reason).toMatchObject({ code: "CONFLICT", message: expect.stringContaining(`"${cue?.text}"`) });
  });

  it("takes any text that PostgreSQL and captions can hold, and nothing empty", async () => {
    const { at, asCleo, named, first } = await spoken();
    let seenText = first.text;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (text) => {
        const outcome = await correctTranscript(asCleo, { ...named, seenText, text }).catch(() => null);
        const [cue] = (await getTranscript(asCleo, at)).cues;
        if (outcome) expect(cue?.text).toBe(outcome.cue.text);
        seenText = cue?.text ?? "";
        expect(seenText.trim()).not.toBe("");
      }),
      { numRuns: 50 },
    );
    for (const text of ["", " \n ", "a\u0007", "a".repeat(2_001)])
      await expect(correctTranscript(asCleo, { ...named, seenText, text })).rejects.toThrow();
  });

  it("is gone once the transcript was imported anew", async () => {
    const { at, asCleo, named } = await spoken();
    await importTranscript(asCleo, { ...at, seen: 1, name: "a.vtt", text: vtt });
    await expect(
      correctTranscript(asCleo, { ...named, seenText: "Cut the cake.", text: "x" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("has words with times only where there are as many", () => {
    const words = [{ startMs: 0, endMs: 1, text: "a", score: 0.5 }];
    expect(correctWords(words, "b")).toEqual([{ ...words[0], text: "b", score: null }]);
    expect(correctWords(words, "a")).toEqual(words);
    expect(correctWords(words, "a b")).toBeNull();
    expect(correctWords([], "a")).toBeNull();
  });
});

it("comes back from its exports as it was", async () => {
  const { at, fileId, asCleo } = await home();
  await replaceSegments(asCleo, { fileId, kind: "audio", cues: [sound] });
  const anyCue = fc.record({
    kind: fc.constant("speech" as const),
    startMs: fc.nat(3_000_000),
    endMs: fc.nat(3_000_000),
    text: fc.string({ unit: "binary", maxLength: 30 }),
    score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyCue, { maxLength: 8 }), async (cues) => {
      const { count } = await replaceSegments(asCleo, { fileId, kind: "speech", cues });
      if (count === 0) return;
      const { cues: kept } = await getTranscript(asCleo, at);
      const speech = kept.filter(({ kind }) => kind === "speech");
      const [inVtt, inSrt] = [
        await exportTranscript(asCleo, fileId, "vtt"),
        await exportTranscript(asCleo, fileId, "srt"),
      ];
      expect(inVtt.text).toBe(printWebVtt(speech));
      expect(inSrt.text).toBe(printSubRip(speech));
      const places = speech.map(({ startMs, endMs, text }) => ({ startMs, endMs, text }));
      expect(parseWebVtt(inVtt.text).cues).toMatchObject(places);
      expect(parseSubRip(inSrt.text).cues).toMatchObject(places);
    }),
    { numRuns: 40 },
  );
  const { text, name, mimeType } = await exportTranscript(asCleo, fileId, "txt").catch(async () => {
    await replaceSegments(asCleo, { fileId, kind: "speech", cues: [{ ...sound, kind: "speech" }] });
    return exportTranscript(asCleo, fileId, "txt");
  });
  expect([name, mimeType]).toEqual(["party.txt", "text/plain; charset=utf-8"]);
  expect(text).not.toContain("[");
});

it("keeps times and scores within what can be stored", async () => {
  const { at, fileId, asCleo } = await home();
  const cues: Cue[] = [
    { kind: "speech", startMs: 2 ** 31 - 5, endMs: 2 ** 40, text: "far", score: 7 },
    { kind: "speech", startMs: 2 ** 40, endMs: 2 ** 41, text: "too far", score: null },
    { kind: "speech", startMs: -5, endMs: 10.4, text: "a\0b\ud800", score: -1 },
  ];
  await replaceSegments(asCleo, { fileId, kind: "speech", cues });
  expect((await getTranscript(asCleo, at)).cues).toMatchObject([
    { startMs: 0, endMs: 10, text: "a\ufffdb\ufffd", score: 0 },
    { startMs: 2 ** 31 - 5, endMs: 2 ** 31 - 1, text: "far", score: 1 },
  ]);
});

it("holds 20,000 lines with words, and writes them in a few statements", async () => {
  const { at, fileId, asCleo } = await home();
  const cues = Array.from({ length: 20_000 }, (_, place): Cue => {
    const startMs = place * 1_000;
    const words = ["line", "number", `${place}`].map((text, at) => ({
      ...{ startMs: startMs + at * 300, endMs: startMs + at * 300 + 300, text, score: 0.5 },
    }));
    return { kind: "speech", startMs, endMs: startMs + 900, text: `line number ${place}`, score: 0.5, words };
  });
  const { count } = await replaceSegments(asCleo, { fileId, kind: "speech", cues: cues.toReversed() });
  expect(count).toBe(20_000);
  const transcript = await getTranscript(asCleo, at);
  expect(transcript.cues.map(({ text }) => text)).toEqual(cues.map(({ text }) => text));
  expect(transcript.cues[19_999]?.words).toEqual(cues[19_999]?.words);
  const positions = await prisma.segment.findMany({
    where: { transcript: { fileId } },
    orderBy: { position: "asc" },
    select: { position: true, startMs: true },
  });
  expect(positions.every(({ position, startMs }) => startMs === (position - 1) * 1_000)).toBe(true);
  const { text } = await exportTranscript(asCleo, fileId, "vtt");
  await importTranscript(asCleo, { ...at, seen: 1, name: "a.vtt", text });
  expect((await getTranscript(asCleo, at)).cues).toHaveLength(20_000);
}, 60_000);
