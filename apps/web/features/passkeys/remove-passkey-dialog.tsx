"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { PasskeyDialogProps } from "./rename-passkey-dialog.tsx";

/** Asks before a passkey is forgotten, by its name. */
export function RemovePasskeyDialog({ passkey, onClose }: PasskeyDialogProps) {
  const t = useTranslations("passkeys");
  const app = useTranslations("app");
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
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("removeTitle", { name })}
      description={t("removeText")}
    >
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onClose}>
          {app("cancel")}
        </Button>
        <Button variant="danger" disabled={isPending} onClick={() => mutate({ passkeyId })}>
          {t("remove")}
        </Button>
      </div>
    </Dialog>
  );
}
