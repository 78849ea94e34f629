import type { RowsOf } from "../doors.ts";

const viewers = { least: "viewer" } as const;

export const filesDoors: RowsOf<"files"> = {
  list: { may: viewers, input: ({ libraryId }) => ({ libraryId }) },
  // Ids of elsewhere are left out of the answer, as those of files that went meanwhile are.
  some: { may: viewers, input: ({ libraryId, id }) => ({ libraryId, fileIds: [id] }) },
  get: { may: viewers, on: "file", input: ({ libraryId, id }) => ({ libraryId, fileId: id }) },
  describe: {
    may: { least: "contributor", writes: true },
    on: "file",
    input: ({ libraryId, id, unique }) => ({ libraryId, fileId: id, description: unique }),
  },
  // Of a contributor's the file is their own.
  rename: {
    may: { least: "contributor", writes: true },
    on: "file",
    input: ({ libraryId, id, unique }) => ({ libraryId, fileId: id, name: unique }),
  },
  retryJob: {
    may: { least: "contributor", writes: true },
    on: "file",
    lets: [400],
    input: ({ libraryId, id }) => ({ libraryId, fileId: id, job: "proxy" }),
  },
  // The file of the matrix has no job at work.
  cancelJob: {
    may: { least: "contributor", writes: true },
    on: "file",
    lets: [409],
    input: ({ libraryId, id }) => ({ libraryId, fileId: id, job: "proxy" }),
  },
};
