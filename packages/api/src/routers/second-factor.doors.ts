import type { RowsOf } from "../doors.ts";

const inPerson = { least: "account", inPerson: true } as const;
/** What everyone's password is in the matrix. */
const password = "correct horse battery";

export const secondFactorDoors: RowsOf<"secondFactor"> = {
  get: { may: inPerson, input: () => undefined },
  begin: { may: inPerson, input: () => ({ password }) },
  // A wrong code, or nothing begun: those who may are told so.
  confirm: { may: inPerson, lets: [400, 409], input: () => ({ password, code: "123456" }) },
  disable: { may: inPerson, input: () => ({ password }) },
  renewRecoveryCodes: { may: inPerson, lets: [409], input: () => ({ password }) },
};
