"use client";

import type { TokenSummary } from "@alcoves/core/accounts/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useLastShown } from "../../components/use-last-shown.ts";
import { useTRPC } from "../../trpc/client.tsx";

/** Asks before a token is revoked, by its name. */
export function RevokeTokenDialog({ token, onClose }: { token: TokenSummary | null; onClose(): void }) {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const name = useLastShown(token)?.name ?? "";
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
    <ConfirmDialog
      open={token !== null}
      onClose={onClose}
      title={t("revokeTitle", { name })}
      text={t("revokeText")}
      action={t("revoke")}
      isPending={isPending}
      onConfirm={() => token && mutate({ tokenId: token.tokenId })}
    />
  );
}
