"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Dialog } from "../../components/dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ConfirmPasswordForm } from "../accounts/confirm-password-form.tsx";
import type { SecondFactorDialogProps } from "./dialog-props.ts";

/** Asks before two-factor sign-in is switched off. */
export function DisableDialog({ hasPassword, onClose }: SecondFactorDialogProps) {
  const t = useTranslations("secondFactor");
  const trpc = useTRPC();
  const disable = useMutation(trpc.secondFactor.disable.mutationOptions());
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("disableTitle")}
      description={t("disableText")}
    >
      <ConfirmPasswordForm
        hasPassword={hasPassword}
        action={t("disable")}
        isDangerous
        onConfirm={async (confirmed) => {
          await disable.mutateAsync(confirmed);
          toast.success(t("disabled"));
          onClose();
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}
