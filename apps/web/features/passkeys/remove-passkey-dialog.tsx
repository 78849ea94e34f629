"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { PasskeyDialogProps } from "./rename-passkey-dialog.tsx";

/** Asks before a passkey is forgotten, by its name. */
export function RemovePasskeyDialog({ passkey, onClose }: PasskeyDialogProps) {
  const t = useTranslations("passkeys");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { passkeyId, name } = passkey;
  const { mutate, isPending } = useMutation(
    trpc.passkeys.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.passkeys.list.queryFilter());
        toast.success(t("removed", { name }));
        onClose();
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t("removeTitle", { name })}
      text={t("removeText")}
      action={t("remove")}
      isPending={isPending}
      onConfirm={() => mutate({ passkeyId })}
    />
  );
}
