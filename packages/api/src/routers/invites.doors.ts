import type { RowsOf } from "../doors.ts";

const admins = { least: "admin", writes: true } as const;

export const invitesDoors: RowsOf<"invites"> = {
  list: { may: admins, input: ({ libraryId }) => ({ libraryId }) },
  create: { may: admins, input: ({ libraryId }) => ({ libraryId, maxUses: 1, expiresInDays: 1 }) },
  revoke: { may: admins, on: "invite", input: ({ libraryId, id }) => ({ libraryId, inviteId: id }) },
  preview: { may: { least: "anyone" }, input: ({ inviteToken }) => ({ token: inviteToken }) },
  redeem: { may: { least: "account", writes: true }, input: ({ inviteToken }) => ({ token: inviteToken }) },
};
