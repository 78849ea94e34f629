"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { MemberSummary } from "@alcoves/core/members/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useLastShown } from "../../components/use-last-shown.ts";
import { useTRPC } from "../../trpc/client.tsx";

/** What the dialog takes. */
interface RemoveMemberDialogProps {
  libraryId: string;
  /** Null while nobody is to be removed. */
  member: MemberSummary | null;
  onClose(): void;
}

/** Asks before a member is removed. */
export function RemoveMemberDialog({ libraryId, member, onClose }: RemoveMemberDialogProps) {
  const t = useTranslations("members");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const shown = useLastShown(member);
  const name = shown?.name ?? "";
  const knowsInvites = shown !== null && isAllowed(shown, "manage members");
  const { mutate, isPending } = useMutation(
    trpc.members.remove.mutationOptions({
      onSuccess: () => toast.success(t("removed", { name })),
      onError: (error) => toast.error(error.message),
      onSettled: async () => {
        await queryClient.invalidateQueries(trpc.members.list.queryFilter({ libraryId }));
        await queryClient.invalidateQueries(trpc.invites.list.queryFilter({ libraryId }));
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      open={member !== null}
      onClose={onClose}
      title={t("removeTitle", { name })}
      text={t(knowsInvites ? "removeAdminText" : "removeText")}
      action={t("remove")}
      isPending={isPending}
      onConfirm={() => member && mutate({ libraryId, userId: member.userId })}
    />
  );
}
