"use client";

import { PasskeyName, type PasskeySummary } from "@alcoves/core/passkeys/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";

const NameForm = z.object({ name: PasskeyName });

/** What the dialogs of one passkey take. They are there while they are open. */
export interface PasskeyDialogProps {
  passkey: PasskeySummary;
  onClose(): void;
}

/** Calls a passkey something else. */
export function RenamePasskeyDialog({ passkey, onClose }: PasskeyDialogProps) {
  const t = useTranslations("passkeys");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useForm({ resolver: zodResolver(NameForm), defaultValues: { name: passkey.name } });
  const { mutate, isPending } = useMutation(
    trpc.passkeys.rename.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.passkeys.list.queryFilter());
        onClose();
      },
      onError: (error) => form.setError("name", { message: error.message }, { shouldFocus: true }),
    }),
  );
  const submit = form.handleSubmit(({ name }) => mutate({ passkeyId: passkey.passkeyId, name }));
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={t("renameTitle")}>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <TextField
          label={t("name")}
          autoComplete="off"
          error={form.formState.errors.name?.message}
          {...form.register("name")}
        />
        <DialogActions action={t("rename")} onCancel={onClose} isDisabled={isPending} />
      </form>
    </Dialog>
  );
}
