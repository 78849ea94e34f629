import type { RowsOf } from "../doors.ts";

const contributors = { least: "contributor", writes: true } as const;

/** The matrix asks with one file, which is no duplicate: whoever is let through is told so. */
const lets = [409] as const;

export const duplicatesDoors: RowsOf<"duplicates"> = {
  list: { may: { least: "viewer" }, input: ({ libraryId }) => ({ libraryId }) },
  keepOne: {
    may: contributors,
    on: "file",
    lets,
    input: ({ libraryId, id }) => ({ libraryId, fileIds: [id], keptFileId: id }),
  },
  keepAll: {
    may: contributors,
    on: "file",
    lets,
    input: ({ libraryId, id }) => ({ libraryId, fileIds: [id] }),
  },
};
