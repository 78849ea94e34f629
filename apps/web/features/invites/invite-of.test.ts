import { expect, it } from "vitest";
import { inviteOf } from "./invite-of.ts";

const token = "A".repeat(43);

it.each([
  [`/invite/${token}`, token],
  [`/invite/${token}/more`, null],
  [`/invite/${token}?x=1`, null],
  ["/invite/short", null],
  ["/l/1", null],
  [null, null],
])("finds in %j the invite %j", (callbackUrl, invite) => {
  expect(inviteOf(callbackUrl)).toBe(invite);
});
