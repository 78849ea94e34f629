/** What stands in the place of an error when the password was right and a code is missing: next-auth hands on one string. */
export const codeWanted = "SECOND_FACTOR";
