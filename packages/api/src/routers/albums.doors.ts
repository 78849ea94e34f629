import type { RowsOf } from "../doors.ts";

const viewers = { least: "viewer" } as const;
const contributors = { least: "contributor", writes: true } as const;
const nothing = "00000000-0000-4000-8000-000000000000";

// Of a contributor's the album is their own: what is refused of others', the tests of the domain prove.
export const albumsDoors: RowsOf<"albums"> = {
  list: { may: viewers, input: ({ libraryId }) => ({ libraryId }) },
  files: { may: viewers, on: "album", input: ({ libraryId, id }) => ({ libraryId, albumId: id }) },
  create: {
    may: contributors,
    on: "album",
    input: ({ libraryId, id, unique }) => ({ libraryId, parentId: id, name: unique }),
  },
  // The album of the matrix is empty, and the file that is named nowhere.
  add: {
    may: contributors,
    on: "album",
    lets: [404],
    input: ({ libraryId, id }) => ({ libraryId, albumId: id, fileIds: [nothing] }),
  },
  take: {
    may: contributors,
    on: "album",
    lets: [404],
    input: ({ libraryId, id }) => ({ libraryId, albumId: id, fileIds: [nothing] }),
  },
  putBack: {
    may: contributors,
    on: "album",
    lets: [404],
    input: ({ libraryId, id }) => ({
      libraryId,
      albumId: id,
      runs: [{ fileIds: [nothing], before: null }],
    }),
  },
  arrange: {
    may: contributors,
    on: "album",
    lets: [404],
    input: ({ libraryId, id }) => ({ libraryId, albumId: id, fileIds: [nothing], before: null }),
  },
  update: {
    may: contributors,
    on: "album",
    input: ({ libraryId, id, unique }) => ({ libraryId, albumId: id, name: unique }),
  },
  move: {
    may: contributors,
    on: "album",
    input: ({ libraryId, id }) => ({ libraryId, albumId: id, parentId: null }),
  },
  setCover: {
    may: contributors,
    on: "album",
    input: ({ libraryId, id }) => ({ libraryId, albumId: id, fileId: null }),
  },
  remove: { may: contributors, on: "album", input: ({ libraryId, id }) => ({ libraryId, albumId: id }) },
};
