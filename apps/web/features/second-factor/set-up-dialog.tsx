"use client";

import type { Confirmed } from "@alcoves/core/passwords/schema";
import type { NewSecondFactor } from "@alcoves/core/second-factor/schema";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ConfirmPasswordForm } from "../accounts/confirm-password-form.tsx";
import type { SecondFactorDialogProps } from "./dialog-props.ts";
import { RecoveryCodeList } from "./recovery-code-list.tsx";
import { ScanForm } from "./scan-form.tsx";

/** How far it is: the password, then the app, then the recovery codes. */
type Step =
  | { at: "confirm" }
  | { at: "scan"; made: NewSecondFactor; confirmed: Confirmed }
  | { at: "codes"; codes: string[] };

/** Sets an authenticator app up and switches two-factor sign-in on. */
export function SetUpDialog({ hasPassword, onClose }: SecondFactorDialogProps) {
  const t = useTranslations("secondFactor");
  const trpc = useTRPC();
  const [step, setStep] = useState<Step>({ at: "confirm" });
  const begin = useMutation(trpc.secondFactor.begin.mutationOptions());
  const confirm = useMutation(trpc.secondFactor.confirm.mutationOptions());
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(`step.${step.at}.title`)}
      description={t(`step.${step.at}.text`)}
    >
      {step.at === "confirm" && (
        <ConfirmPasswordForm
          hasPassword={hasPassword}
          action={t("continue")}
          onConfirm={async (confirmed) =>
            setStep({ at: "scan", made: await begin.mutateAsync(confirmed), confirmed })
          }
          onCancel={onClose}
        />
      )}
      {step.at === "scan" && (
        <ScanForm
          made={step.made}
          onCode={async (code) => {
            const { recoveryCodes } = await confirm.mutateAsync({ ...step.confirmed, code });
            setStep({ at: "codes", codes: recoveryCodes });
          }}
          onCancel={onClose}
        />
      )}
      {step.at === "codes" && <RecoveryCodeList codes={step.codes} onDone={onClose} />}
    </Dialog>
  );
}
