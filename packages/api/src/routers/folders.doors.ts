import type { RowsOf } from "../doors.ts";

export const foldersDoors: RowsOf<"folders"> = {
  list: {
    may: { least: "viewer" },
    on: "folder",
    input: ({ libraryId, id }) => ({ libraryId, folderId: id }),
  },
  path: {
    may: { least: "viewer" },
    on: "folder",
    input: ({ libraryId, id }) => ({ libraryId, folderId: id }),
  },
  create: {
    may: { least: "contributor", writes: true },
    on: "folder",
    input: ({ libraryId, id, unique }) => ({ libraryId, parentId: id, name: unique }),
  },
  // Of a contributor's the folder is their own.
  rename: {
    may: { least: "contributor", writes: true },
    on: "folder",
    input: ({ libraryId, id, unique }) => ({ libraryId, folderId: id, name: unique }),
  },
};
