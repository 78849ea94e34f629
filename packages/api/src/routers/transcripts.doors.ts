import type { RowsOf } from "../doors.ts";

const contributors = { least: "contributor", writes: true } as const;

/** The film of the matrix has a transcript of its first revision. */
const seen = 1;

export const transcriptsDoors: RowsOf<"transcripts"> = {
  get: {
    may: { least: "viewer" },
    on: "film",
    input: ({ libraryId, id }) => ({ libraryId, fileId: id }),
  },
  import: {
    may: contributors,
    on: "film",
    input: ({ libraryId, id }) => ({
      ...{ libraryId, fileId: id, seen },
      name: "a.vtt",
      text: "WEBVTT\n\n00:00.000 --> 00:01.000\nHello",
    }),
  },
  correct: {
    may: contributors,
    on: "segment",
    input: ({ libraryId, id }) => ({ libraryId, segmentId: id, seenText: "Hello", text: "Hullo" }),
  },
  remove: {
    may: contributors,
    on: "film",
    input: ({ libraryId, id }) => ({ libraryId, fileId: id, seen, kind: "speech" }),
  },
};
