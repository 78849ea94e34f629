import type { RowsOf } from "../doors.ts";

export const marksDoors: RowsOf<"marks"> = {
  set: {
    may: { least: "viewer", writes: true },
    on: "file",
    input: ({ libraryId, id }) => ({ libraryId, fileIds: [id], isFavourite: true, rating: 4 }),
  },
  restore: {
    may: { least: "viewer", writes: true },
    on: "file",
    input: ({ libraryId, id }) => ({
      libraryId,
      former: [{ fileIds: [id], isFavourite: true, rating: null }],
    }),
  },
  favourites: { may: { least: "viewer" }, input: ({ libraryId }) => ({ libraryId }) },
};
