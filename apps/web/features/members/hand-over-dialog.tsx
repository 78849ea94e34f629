"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import type { MemberSummary } from "@alcoves/core/members/schema";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useLastShown } from "../../components/use-last-shown.ts";
import { useTRPC } from "../../trpc/client.tsx";

/** What the dialog takes. */
interface HandOverDialogProps {
  library: LibrarySummary;
  /** Null while it is handed to nobody. */
  member: MemberSummary | null;
  onClose(): void;
}

/** Asks before a library gets another owner. One's own role changes with it, so the page is loaded anew. */
export function HandOverDialog({
  library: { libraryId, name: library },
  member,
  onClose,
}: HandOverDialogProps) {
  const t = useTranslations("members");
  const trpc = useTRPC();
  const name = useLastShown(member)?.name ?? "";
  const { mutate, isPending, isSuccess } = useMutation(
    trpc.members.handOver.mutationOptions({
      onSuccess: () => window.location.reload(),
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <ConfirmDialog
      open={member !== null}
      onClose={onClose}
      title={t("handOverTitle", { name, library })}
      text={t("handOverText", { name })}
      action={t("handOver")}
      isPending={isPending || isSuccess}
      onConfirm={() => member && mutate({ libraryId, userId: member.userId })}
    />
  );
}
