"use client";

import { CreateTag, type Tag } from "@alcoves/core/tags/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ColorChoice } from "./color-choice.tsx";

/** What the dialog takes. */
interface TagDialogProps {
  libraryId: string;
  /** The tag that is changed; "new" makes one, null shows nothing. */
  tag: Tag | "new" | null;
  onClose(): void;
}

/** Asks for a tag's name and colour. */
export function TagDialog({ libraryId, tag, onClose }: TagDialogProps) {
  const t = useTranslations("tags");
  return (
    <Dialog
      open={tag !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={tag === "new" ? t("new") : t("edit")}
    >
      {tag !== null && <TagForm libraryId={libraryId} tag={tag === "new" ? null : tag} onDone={onClose} />}
    </Dialog>
  );
}

function TagForm({ libraryId, tag, onDone }: { libraryId: string; tag: Tag | null; onDone(): void }) {
  const t = useTranslations("tags");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [color, setColor] = useState(tag?.color);
  const form = useForm({
    resolver: zodResolver(CreateTag.pick({ name: true })),
    defaultValues: { name: tag?.name ?? "" },
  });
  const outcome = {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.tags.pathKey() });
      onDone();
    },
    onError: (error: { message: string }) =>
      form.setError("name", { message: error.message }, { shouldFocus: true }),
  };
  const create = useMutation(trpc.tags.create.mutationOptions(outcome));
  const update = useMutation(trpc.tags.update.mutationOptions(outcome));
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ name }) =>
        tag
          ? update.mutate({ libraryId, tagId: tag.tagId, name, color })
          : create.mutate({ libraryId, name, color }),
      )}
      className="grid gap-4"
    >
      <TextField
        label={t("name")}
        autoComplete="off"
        error={form.formState.errors.name?.message}
        {...form.register("name")}
      />
      <ColorChoice value={color} onChange={setColor} />
      <DialogActions
        action={tag ? t("save") : t("create")}
        onCancel={onDone}
        isDisabled={create.isPending || update.isPending}
      />
    </form>
  );
}
