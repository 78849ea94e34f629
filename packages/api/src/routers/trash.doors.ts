import type { RowsOf } from "../doors.ts";

const contributors = { least: "contributor", writes: true } as const;
const admins = { least: "admin", writes: true } as const;

export const trashDoors: RowsOf<"trash"> = {
  list: { may: contributors, input: ({ libraryId }) => ({ libraryId }) },
  // Of a contributor's the file is their own: what is refused of others', the tests of the domain prove.
  add: { may: contributors, on: "file", input: ({ libraryId, id }) => ({ libraryId, fileIds: [id] }) },
  restore: {
    may: contributors,
    on: "trashedFile",
    input: ({ libraryId, id }) => ({ libraryId, fileIds: [id] }),
  },
  purge: { may: admins, on: "trashedFile", input: ({ libraryId, id }) => ({ libraryId, fileIds: [id] }) },
  empty: { may: admins, input: ({ libraryId }) => ({ libraryId }) },
};
