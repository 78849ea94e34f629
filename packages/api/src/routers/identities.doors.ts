import type { RowsOf } from "../doors.ts";

const inPerson = { least: "account", inPerson: true } as const;

export const identitiesDoors: RowsOf<"identities"> = {
  list: { may: inPerson, input: () => undefined },
  disconnect: { may: inPerson, on: "identity", input: ({ id }) => ({ identityId: id }) },
};
