"use client";

import { CreateLibrary } from "@alcoves/core/libraries/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Controller, useForm } from "react-hook-form";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { EmojiChoice } from "./emoji-choice.tsx";

/** What the dialog takes. */
interface CreateLibraryDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  onCreated?: (() => void) | undefined;
}

/** Makes a library and opens it. */
export function CreateLibraryDialog({ open, onOpenChange, onCreated }: CreateLibraryDialogProps) {
  const t = useTranslations("libraries");
  const close = () => onOpenChange(false);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("new")} description={t("newText")}>
      <CreateLibraryForm
        onCancel={close}
        onCreated={() => {
          close();
          onCreated?.();
        }}
      />
    </Dialog>
  );
}

function CreateLibraryForm({ onCancel, onCreated }: { onCancel(): void; onCreated(): void }) {
  const t = useTranslations("libraries");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(CreateLibrary), defaultValues: { name: "", emoji: "🏡" } });
  const { mutate, isPending } = useMutation(
    trpc.libraries.create.mutationOptions({
      onSuccess: async ({ libraryId }) => {
        await queryClient.invalidateQueries(trpc.libraries.list.queryFilter());
        router.push(`/l/${libraryId}`);
        onCreated();
      },
      onError: (error) => form.setError("name", { message: error.message }, { shouldFocus: true }),
    }),
  );
  return (
    <form noValidate onSubmit={form.handleSubmit((library) => mutate(library))} className="grid gap-5">
      <TextField
        label={t("name")}
        placeholder={t("namePlaceholder")}
        autoComplete="off"
        error={form.formState.errors.name?.message}
        {...form.register("name")}
      />
      <Controller
        control={form.control}
        name="emoji"
        render={({ field }) => <EmojiChoice value={field.value ?? "🏡"} onChange={field.onChange} />}
      />
      <DialogActions action={t("create")} onCancel={onCancel} isDisabled={isPending} />
    </form>
  );
}
