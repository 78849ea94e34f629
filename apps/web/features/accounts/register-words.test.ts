import { expect, test } from "vitest";
import { registerWords } from "./register-words.ts";

test("the first account can be made in every mode", () => {
  for (const mode of ["open", "invite_only", "closed"] as const) {
    expect(registerWords({ mode, firstAccount: true, isInvited: false })).toMatchObject({
      isOpen: true,
      text: "firstText",
    });
  }
});

test("a closed and an invite-only instance say so instead of showing a form that is refused", () => {
  expect(registerWords({ mode: "closed", firstAccount: false, isInvited: false })).toMatchObject({
    isOpen: false,
    title: "closedTitle",
  });
  expect(registerWords({ mode: "invite_only", firstAccount: false, isInvited: false })).toMatchObject({
    isOpen: false,
    title: "inviteTitle",
  });
  expect(registerWords({ mode: "open", firstAccount: false, isInvited: false }).isOpen).toBe(true);
});

test("an invite opens registration where it is by invitation, and nowhere else", () => {
  const invited = { firstAccount: false, isInvited: true };
  expect(registerWords({ ...invited, mode: "invite_only" }).isOpen).toBe(true);
  expect(registerWords({ ...invited, mode: "open" }).title).toBe("invitedTitle");
  expect(registerWords({ ...invited, mode: "closed" }).isOpen).toBe(false);
});
