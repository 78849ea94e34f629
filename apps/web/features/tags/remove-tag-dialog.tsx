"use client";

import type { TagSummary } from "@alcoves/core/tags/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** What the dialog takes. */
interface RemoveTagDialogProps {
  libraryId: string;
  /** Null shows nothing. */
  tag: TagSummary | null;
  onClose(): void;
}

/** Asks before a tag is deleted. */
export function RemoveTagDialog({ libraryId, tag, onClose }: RemoveTagDialogProps) {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation(
    trpc.tags.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.tags.list.pathKey() });
        onClose();
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <ConfirmDialog
      open={tag !== null}
      onClose={onClose}
      title={t("removeTitle", { name: tag?.name ?? "" })}
      text={t("removeText", { count: countOf(tag) })}
      action={t("remove")}
      isPending={isPending}
      onConfirm={() => tag && mutate({ libraryId, tagId: tag.tagId })}
    />
  );
}

function countOf(tag: TagSummary | null): number {
  return tag ? tag.fileCount + tag.folderCount + tag.momentCount : 0;
}
