import type { RowsOf } from "../doors.ts";

const instanceOwner = { least: "instance owner" } as const;

export const usersDoors: RowsOf<"users"> = {
  list: { may: instanceOwner, input: () => undefined },
  createResetLink: {
    may: { ...instanceOwner, inPerson: true },
    on: "user",
    input: ({ id }) => ({ userId: id }),
  },
};
