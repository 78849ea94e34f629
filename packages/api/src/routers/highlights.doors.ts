import type { RowsOf } from "../doors.ts";

const contributors = { least: "contributor", writes: true } as const;
const facts = { expression: "audio:Laughter", color: 0 };

export const highlightsDoors: RowsOf<"highlights"> = {
  list: { may: { least: "viewer" }, input: ({ libraryId }) => ({ libraryId }) },
  create: { may: contributors, input: ({ libraryId, unique }) => ({ libraryId, name: unique, ...facts }) },
  update: {
    may: contributors,
    on: "highlight",
    input: ({ libraryId, id, unique }) => ({ libraryId, highlightId: id, name: unique, ...facts }),
  },
  remove: {
    may: contributors,
    on: "highlight",
    input: ({ libraryId, id }) => ({ libraryId, highlightId: id }),
  },
};
