"use client";

import { startRegistration, WebAuthnError } from "@simplewebauthn/browser";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Dialog } from "../../components/dialog.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ConfirmPasswordForm } from "../accounts/confirm-password-form.tsx";
import { deviceOf } from "../settings/device-of.ts";

/** Makes a passkey with this device, or another that the browser finds. It is there while it is open. */
export function AddPasskeyDialog({ hasPassword, onClose }: { hasPassword: boolean; onClose(): void }) {
  const t = useTranslations("passkeys");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(() => deviceOf(navigator.userAgent).system ?? t("defaultName"));
  const begin = useMutation(trpc.passkeys.beginAdding.mutationOptions());
  const add = useMutation(trpc.passkeys.add.mutationOptions());

  async function make(optionsJSON: Parameters<typeof startRegistration>[0]["optionsJSON"]) {
    try {
      return await startRegistration({ optionsJSON });
    } catch (error) {
      const isKnown =
        error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED";
      toast.error(t(isKnown ? "isKnown" : "notMade"));
      return null;
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("addTitle")}
      description={t("addText")}
    >
      <ConfirmPasswordForm
        hasPassword={hasPassword}
        action={t("continue")}
        onConfirm={async (confirmed) => {
          const response = await make(await begin.mutateAsync(confirmed));
          if (!response) return;
          await add.mutateAsync({ name: name.trim() || t("defaultName"), response });
          await queryClient.invalidateQueries(trpc.passkeys.list.queryFilter());
          toast.success(t("added"));
          onClose();
        }}
        onCancel={onClose}
      >
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </ConfirmPasswordForm>
    </Dialog>
  );
}
