import type { RowsOf } from "../doors.ts";

const inPerson = { least: "account", inPerson: true } as const;

export const passkeysDoors: RowsOf<"passkeys"> = {
  list: { may: inPerson, input: () => undefined },
  beginAdding: { may: inPerson, input: () => ({ password: "correct horse battery" }) },
  // No authenticator made this, which those who may are told.
  add: {
    may: inPerson,
    lets: [400],
    input: () => ({
      name: "Phone",
      response: {
        id: "AAAA",
        rawId: "AAAA",
        type: "public-key",
        response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
      },
    }),
  },
  rename: { may: inPerson, on: "passkey", input: ({ id }) => ({ passkeyId: id, name: "Phone" }) },
  remove: { may: inPerson, on: "passkey", input: ({ id }) => ({ passkeyId: id }) },
  beginSignIn: { may: { least: "anyone" }, input: () => undefined },
};
