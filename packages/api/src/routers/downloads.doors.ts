import type { RowsOf } from "../doors.ts";

export const downloadsDoors: RowsOf<"downloads"> = {
  prepare: {
    may: { least: "viewer" },
    on: "file",
    input: ({ libraryId, id }) => ({ libraryId, fileIds: [id] }),
  },
};
