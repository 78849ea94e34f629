"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";

/** @returns signs out and leads to the page for signing in; says so when it did not work */
export function useSignOut(): () => Promise<void> {
  const t = useTranslations("accounts");
  return async () => {
    try {
      await signOut({ redirect: false });
      window.location.assign("/sign-in");
    } catch {
      toast.error(t("signOutFailed"));
    }
  };
}
