"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ConfirmPasswordForm } from "../accounts/confirm-password-form.tsx";
import type { SecondFactorDialogProps } from "./dialog-props.ts";
import { RecoveryCodeList } from "./recovery-code-list.tsx";

/** Makes new recovery codes, then shows them once. */
export function RenewCodesDialog({ hasPassword, onClose }: SecondFactorDialogProps) {
  const t = useTranslations("secondFactor");
  const trpc = useTRPC();
  const [codes, setCodes] = useState<string[] | null>(null);
  const renew = useMutation(trpc.secondFactor.renewRecoveryCodes.mutationOptions());
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={codes ? t("step.codes.title") : t("renewTitle")}
      description={codes ? t("step.codes.text") : t("renewText")}
    >
      {codes ? (
        <RecoveryCodeList codes={codes} onDone={onClose} />
      ) : (
        <ConfirmPasswordForm
          hasPassword={hasPassword}
          action={t("renew")}
          onConfirm={async (confirmed) => setCodes((await renew.mutateAsync(confirmed)).recoveryCodes)}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}
