"use client";

import type { TagSummary } from "@alcoves/core/tags/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** What the dialog takes. */
interface MergeTagDialogProps {
  libraryId: string;
  /** The tag that goes; null shows nothing. */
  tag: TagSummary | null;
  tags: readonly TagSummary[];
  onClose(): void;
}

/** Asks which tag another becomes part of. */
export function MergeTagDialog({ libraryId, tag, tags, onClose }: MergeTagDialogProps) {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [intoTagId, setIntoTagId] = useState("");
  const close = () => {
    setIntoTagId("");
    onClose();
  };
  const { mutate, isPending } = useMutation(
    trpc.tags.merge.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.tags.pathKey() });
        close();
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <ConfirmDialog
      open={tag !== null}
      onClose={close}
      title={t("mergeTitle", { name: tag?.name ?? "" })}
      text={t("mergeText", { name: tag?.name ?? "" })}
      action={t("merge")}
      isPending={isPending}
      isReady={intoTagId !== ""}
      onConfirm={() => tag && mutate({ libraryId, tagId: tag.tagId, intoTagId })}
    >
      <SelectField
        label={t("mergeInto")}
        value={intoTagId}
        onChange={(event) => setIntoTagId(event.target.value)}
      >
        <option value="">{t("choose")}</option>
        {tags
          .filter(({ tagId }) => tagId !== tag?.tagId)
          .map(({ tagId, name }) => (
            <option key={tagId} value={tagId}>
              {name}
            </option>
          ))}
      </SelectField>
    </ConfirmDialog>
  );
}
