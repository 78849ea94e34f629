import type { RowsOf } from "../doors.ts";

const admins = { least: "admin", writes: true } as const;

export const membersDoors: RowsOf<"members"> = {
  list: { may: { least: "viewer" }, input: ({ libraryId }) => ({ libraryId }) },
  changeRole: {
    may: admins,
    on: "member",
    input: ({ libraryId, id }) => ({ libraryId, userId: id, role: "admin" }),
  },
  remove: { may: admins, on: "member", input: ({ libraryId, id }) => ({ libraryId, userId: id }) },
  // The owner is let through to be told that owners do not leave.
  leave: {
    may: { least: "viewer", writes: true },
    lets: [403],
    input: ({ libraryId }) => ({ libraryId }),
  },
  handOver: {
    may: { least: "owner", writes: true, inPerson: true },
    on: "member",
    input: ({ libraryId, id }) => ({ libraryId, userId: id }),
  },
};
