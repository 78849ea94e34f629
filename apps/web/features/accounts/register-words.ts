import type { RegistrationMode } from "@alcoves/core/settings/schema";

/** What decides who may register. */
interface Registering {
  mode: RegistrationMode;
  firstAccount: boolean;
  /** An invite is at hand that lets people in. */
  isInvited: boolean;
}

/** @returns the messages that explain registering, and whether there is a form to fill in */
export function registerWords({ mode, firstAccount, isInvited }: Registering) {
  if (firstAccount) return { title: "firstTitle", text: "firstText", isOpen: true } as const;
  if (mode === "closed") return { title: "closedTitle", text: "closedText", isOpen: false } as const;
  if (isInvited) return { title: "invitedTitle", text: "invitedText", isOpen: true } as const;
  if (mode === "invite_only") return { title: "inviteTitle", text: "inviteText", isOpen: false } as const;
  return { title: "registerTitle", text: "registerText", isOpen: true } as const;
}
