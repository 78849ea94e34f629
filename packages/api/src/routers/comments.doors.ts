import { randomUUID } from "node:crypto";
import type { RowsOf } from "../doors.ts";

const viewers = { least: "viewer", writes: true } as const;

export const commentsDoors: RowsOf<"comments"> = {
  list: { may: { least: "viewer" }, on: "film", input: ({ libraryId, id }) => ({ libraryId, fileId: id }) },
  add: {
    may: viewers,
    on: "film",
    input: ({ libraryId, id }) => ({
      libraryId,
      fileId: id,
      commentId: randomUUID(),
      parentId: null,
      atMs: 0,
      text: "Look!",
    }),
  },
  edit: {
    may: viewers,
    on: "comment",
    input: ({ libraryId, id, unique }) => ({ libraryId, commentId: id, seen: 1, text: unique }),
  },
  remove: { may: viewers, on: "comment", input: ({ libraryId, id }) => ({ libraryId, commentId: id }) },
  resolve: {
    may: viewers,
    on: "comment",
    input: ({ libraryId, id }) => ({ libraryId, commentId: id, isResolved: true }),
  },
};
