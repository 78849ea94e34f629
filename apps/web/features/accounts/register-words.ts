import type { RegistrationMode } from "@alcoves/core/settings/schema";

/** @returns the messages that explain registering, and whether there is a form to fill in */
export function registerWords({ mode, firstAccount }: { mode: RegistrationMode; firstAccount: boolean }) {
  if (firstAccount) return { title: "firstTitle", text: "firstText", isOpen: true } as const;
  if (mode === "closed") return { title: "closedTitle", text: "closedText", isOpen: false } as const;
  if (mode === "invite_only") return { title: "inviteTitle", text: "inviteText", isOpen: false } as const;
  return { title: "registerTitle", text: "registerText", isOpen: true } as const;
}
