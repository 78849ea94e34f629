import type { RowsOf } from "../doors.ts";

const viewers = { least: "viewer" } as const;
const contributors = { least: "contributor", writes: true } as const;
const admins = { least: "admin", writes: true } as const;

export const tagsDoors: RowsOf<"tags"> = {
  list: { may: viewers, input: ({ libraryId }) => ({ libraryId }) },
  // Ids of elsewhere count for nothing, as those of files that went meanwhile do.
  of: { may: viewers, input: ({ libraryId, id }) => ({ libraryId, fileIds: [id] }) },
  files: { may: viewers, on: "tag", input: ({ libraryId, id }) => ({ libraryId, tagId: id }) },
  folders: { may: viewers, on: "tag", input: ({ libraryId, id }) => ({ libraryId, tagId: id }) },
  create: { may: contributors, input: ({ libraryId, unique }) => ({ libraryId, name: unique }) },
  // Of a contributor's the file is their own: what is refused of others', the tests of the domain prove.
  put: {
    may: contributors,
    on: "file",
    input: ({ libraryId, id, unique }) => ({ libraryId, fileIds: [id], addNames: [unique] }),
  },
  undo: {
    may: contributors,
    on: "tag",
    input: ({ libraryId, id }) => ({
      libraryId,
      added: [{ tagId: id, fileIds: [], folderIds: [] }],
      removed: [],
    }),
  },
  update: {
    may: admins,
    on: "tag",
    input: ({ libraryId, id, unique }) => ({ libraryId, tagId: id, name: unique }),
  },
  // With itself: the matrix names one tag only.
  merge: {
    may: admins,
    input: ({ libraryId, id }) => ({ libraryId, tagId: id, intoTagId: id }),
    lets: [400],
  },
  remove: { may: admins, on: "tag", input: ({ libraryId, id }) => ({ libraryId, tagId: id }) },
};
