"use client";

import type { TokenSummary } from "@alcoves/core/accounts/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** Asks before a token is revoked, by its name. */
export function RevokeTokenDialog({ token, onClose }: { token: TokenSummary | null; onClose(): void }) {
  const t = useTranslations("settings");
  const app = useTranslations("app");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // While the dialog fades its token is gone already; it keeps saying the same.
  const shown = useRef(token);
  if (token) shown.current = token;
  const name = shown.current?.name ?? "";
  const { mutate, isPending } = useMutation(
    trpc.accounts.revokeToken.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.accounts.listTokens.queryFilter());
        toast.success(t("revoked", { name }));
        onClose();
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <Dialog
      open={token !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("revokeTitle", { name })}
      description={t("revokeText")}
    >
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onClose}>
          {app("cancel")}
        </Button>
        <Button
          variant="danger"
          disabled={isPending}
          onClick={() => token && mutate({ tokenId: token.tokenId })}
        >
          {t("revoke")}
        </Button>
      </div>
    </Dialog>
  );
}
