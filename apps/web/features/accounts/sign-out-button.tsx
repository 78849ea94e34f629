"use client";

import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";

/** Signs out and shows this page again, as a visitor sees it. */
export function SignOutButton() {
  const t = useTranslations("accounts");
  const leave = async () => {
    try {
      await signOut({ redirect: false });
      window.location.reload();
    } catch {
      toast.error(t("signOutFailed"));
    }
  };
  return (
    <Button size="large" className="w-full" onClick={leave}>
      {t("signOut")}
    </Button>
  );
}
