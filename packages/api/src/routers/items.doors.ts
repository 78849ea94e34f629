import type { RowsOf } from "../doors.ts";

const contributors = { least: "contributor", writes: true } as const;

export const itemsDoors: RowsOf<"items"> = {
  // Of a contributor's the file is their own: what is refused of others', the tests of the domain prove.
  move: {
    may: contributors,
    on: "file",
    input: ({ libraryId, id }) => ({ libraryId, fileIds: [id], toFolderId: null }),
  },
  copy: {
    may: contributors,
    on: "file",
    input: ({ libraryId, id }) => ({ libraryId, fileIds: [id], toFolderId: null }),
  },
  undo: { may: contributors, on: "undo", input: ({ libraryId, id }) => ({ libraryId, undoId: id }) },
};
