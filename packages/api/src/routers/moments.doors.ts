import { randomUUID } from "node:crypto";
import type { RowsOf } from "../doors.ts";

const viewers = { least: "viewer" } as const;
const contributors = { least: "contributor", writes: true } as const;
const facts = { name: "The speech", description: "", startMs: 0, endMs: 1_000, tagIds: [] };

export const momentsDoors: RowsOf<"moments"> = {
  list: { may: viewers, on: "film", input: ({ libraryId, id }) => ({ libraryId, fileId: id }) },
  // What is not there is not among them.
  some: { may: viewers, input: ({ libraryId, id }) => ({ libraryId, momentIds: [id] }) },
  search: { may: viewers, input: ({ libraryId }) => ({ libraryId }) },
  save: {
    may: contributors,
    on: "film",
    input: ({ libraryId, id }) => ({
      libraryId,
      fileId: id,
      changes: [{ momentId: randomUUID(), seen: null, facts }],
    }),
  },
  export: {
    may: { least: "viewer" },
    on: "moment",
    input: ({ libraryId, id }) => ({ libraryId, momentIds: [id] }),
  },
  // That of the matrix neither waits nor runs.
  stopExport: {
    may: contributors,
    on: "moment",
    lets: [409],
    input: ({ libraryId, id }) => ({ libraryId, momentId: id }),
  },
};
