import type { RowsOf } from "../doors.ts";

const contributors = { least: "contributor", writes: true } as const;

export const sharesDoors: RowsOf<"shares"> = {
  list: {
    may: contributors,
    on: "moment",
    input: ({ libraryId, id }) => ({ libraryId, momentId: id }),
  },
  create: {
    may: contributors,
    on: "moment",
    input: ({ libraryId, id }) => ({ libraryId, momentId: id, expiresInDays: 1, password: null }),
  },
  revoke: { may: contributors, on: "share", input: ({ libraryId, id }) => ({ libraryId, shareId: id }) },
  visitItem: {
    may: { least: "anyone" },
    input: ({ albumShareToken, sharedReference }) => ({
      token: albumShareToken,
      proof: null,
      reference: sharedReference,
    }),
  },
  visit: { may: { least: "anyone" }, input: ({ shareToken }) => ({ token: shareToken, proof: null }) },
};
