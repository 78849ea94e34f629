import type { RowsOf } from "../doors.ts";

/** What everyone's password is in the matrix. */
const password = "correct horse battery";

const inPerson = { least: "account", inPerson: true } as const;

export const accountsDoors: RowsOf<"accounts"> = {
  registration: { may: { least: "anyone" }, input: () => undefined },
  register: {
    may: { least: "anyone" },
    input: ({ unique }) => ({
      name: "Nora",
      email: `${unique}@example.org`,
      password: "long enough a password",
    }),
  },
  changeName: { may: inPerson, input: () => ({ name: "Ada" }) },
  changeEmail: {
    may: inPerson,
    input: ({ unique }) => ({ email: `${unique}@example.org`, currentPassword: password }),
  },
  changePassword: { may: inPerson, input: () => ({ currentPassword: password, newPassword: password }) },
  changePreferences: { may: inPerson, input: () => ({ theme: "dark" }) },
  me: { may: { least: "account" }, input: () => undefined },
  listSessions: { may: inPerson, input: () => undefined },
  endSession: { may: inPerson, on: "session", input: ({ id }) => ({ sessionId: id }) },
  endOtherSessions: { may: inPerson, input: () => undefined },
  listTokens: { may: inPerson, input: () => undefined },
  createToken: { may: inPerson, input: () => ({ name: "t", scope: "read", expiresInDays: 1 }) },
  revokeToken: { may: inPerson, on: "token", input: ({ id }) => ({ tokenId: id }) },
};
