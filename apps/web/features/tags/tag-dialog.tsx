"use client";

import { CreateTag, type Tag, tagColors } from "@alcoves/core/tags/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { TagDot } from "./tag-dot.tsx";

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

/** The palette, of which one colour holds; none is the one that is used least. */
function ColorChoice({ value, onChange }: { value: number | undefined; onChange(color: number): void }) {
  const t = useTranslations("tags");
  return (
    <div className="grid gap-1.5">
      <span id="tag-color" className="font-[550] text-13">
        {t("color")}
      </span>
      <RadioGroup.Root
        aria-labelledby="tag-color"
        value={value === undefined ? "" : String(value)}
        onValueChange={(next) => onChange(Number(next))}
        className="grid grid-cols-6 gap-1"
      >
        {tagColors.map((name, color) => (
          <RadioGroup.Item
            key={name}
            value={String(color)}
            aria-label={t(`colors.${name}`)}
            title={t(`colors.${name}`)}
            className="grid h-10 place-items-center rounded-control transition-colors duration-[120ms] hover:bg-panel data-[state=checked]:bg-selection data-[state=checked]:ring-1 data-[state=checked]:ring-accent data-[state=checked]:ring-inset"
          >
            <TagDot color={color} />
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
