import type { RowsOf } from "../doors.ts";

const admins = { least: "admin", writes: true } as const;

export const librariesDoors: RowsOf<"libraries"> = {
  list: { may: { least: "account" }, input: () => undefined },
  get: { may: { least: "viewer" }, input: ({ libraryId }) => ({ libraryId }) },
  create: { may: { least: "account", writes: true }, input: () => ({ name: "New" }) },
  settings: { may: admins, input: ({ libraryId }) => ({ libraryId }) },
  update: { may: admins, input: ({ libraryId }) => ({ libraryId, allowsSharing: true }) },
  // Typed wrongly, so that the library is there for the next to ask.
  remove: {
    may: { least: "owner", writes: true, inPerson: true },
    lets: [400],
    input: ({ libraryId }) => ({ libraryId, name: "another name" }),
  },
};
