"use client";

import { CreateFolder } from "@alcoves/core/folders/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FolderPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { usePaletteActions } from "../palette/use-palette.ts";

/** Where the folder goes. */
interface NewFolderDialogProps {
  libraryId: string;
  parentId: string | null;
}

/** The button that makes a folder, with the dialog that asks for its name. */
export function NewFolderDialog({ libraryId, parentId }: NewFolderDialogProps) {
  const t = useTranslations("browse");
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  usePaletteActions([{ id: "new-folder", label: t("newFolder"), icon: FolderPlus, run: open }]);
  return (
    <>
      <Button variant="quiet" title={t("newFolder")} onClick={open} className="max-2xl:px-2.5">
        <FolderPlus aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
        {/* Beside the search there is room for the words on wide screens alone. */}
        <span className="max-2xl:sr-only">{t("newFolder")}</span>
      </Button>
      <Dialog open={isOpen} onOpenChange={setIsOpen} title={t("newFolder")}>
        <NewFolderForm {...{ libraryId, parentId }} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function NewFolderForm({ libraryId, parentId, onDone }: NewFolderDialogProps & { onDone(): void }) {
  const t = useTranslations("browse");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useForm({
    resolver: zodResolver(CreateFolder.pick({ name: true })),
    defaultValues: { name: "" },
  });
  const { mutate, isPending } = useMutation(
    trpc.folders.create.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.folders.list.queryFilter({ libraryId }));
        onDone();
      },
      onError: (error) => form.setError("name", { message: error.message }, { shouldFocus: true }),
    }),
  );
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ name }) => mutate({ libraryId, parentId, name }))}
      className="grid gap-4"
    >
      <TextField
        label={t("folderName")}
        autoComplete="off"
        error={form.formState.errors.name?.message}
        {...form.register("name")}
      />
      <DialogActions action={t("create")} onCancel={onDone} isDisabled={isPending} />
    </form>
  );
}
