"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { FormError } from "../accounts/form-error.tsx";
import { OtherWay } from "../accounts/other-way.tsx";
import { usePasskeySignIn } from "./use-passkey-sign-in.ts";
import { usePasskeySupport } from "./use-passkey-support.ts";

/** Signing in by a passkey, under the form; nothing where this page cannot use one. */
export function PasskeyDoor({ origin, callbackUrl }: { origin: string; callbackUrl: string | null }) {
  const t = useTranslations("accounts");
  const isReady = usePasskeySupport(origin) === "ready";
  const { error, isBusy, signIn } = usePasskeySignIn({ callbackUrl, isReady });
  if (!isReady) return null;
  return (
    <OtherWay>
      <FormError message={error} />
      <Button size="large" disabled={isBusy} onClick={signIn}>
        <KeyRound aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
        {t("usePasskey")}
      </Button>
    </OtherWay>
  );
}
