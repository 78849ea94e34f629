import type { RowsOf } from "../doors.ts";

const viewers = { least: "viewer" } as const;

export const timelineDoors: RowsOf<"timeline"> = {
  outline: { may: viewers, input: ({ libraryId }) => ({ libraryId }) },
  slice: {
    may: viewers,
    input: ({ libraryId }) => ({ libraryId, range: { newestDay: 30_000, oldestDay: 0 } }),
  },
};
