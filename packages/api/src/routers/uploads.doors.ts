import type { RowsOf } from "../doors.ts";

const contributors = { least: "contributor", writes: true } as const;

export const uploadsDoors: RowsOf<"uploads"> = {
  knownSizes: { may: contributors, input: ({ libraryId }) => ({ libraryId, sizes: [1] }) },
  known: {
    may: contributors,
    input: ({ libraryId }) => ({ libraryId, files: [{ sha256: "0".repeat(64), sizeBytes: 1 }] }),
  },
};
