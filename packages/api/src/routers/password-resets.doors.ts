import type { RowsOf } from "../doors.ts";

const anyone = { least: "anyone" } as const;
/** There is no such link, which everyone is told. */
const token = "A".repeat(43);

export const passwordResetsDoors: RowsOf<"passwordResets"> = {
  // The instance of the matrix sends no mail, which everyone is told.
  request: { may: anyone, lets: [400], input: ({ unique }) => ({ email: `${unique}@example.org` }) },
  look: { may: anyone, lets: [404], input: () => ({ token }) },
  use: { may: anyone, lets: [404], input: () => ({ token, password: "long enough a password" }) },
};
