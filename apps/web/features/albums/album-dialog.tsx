"use client";

import { type AlbumSummary, CreateAlbum } from "@alcoves/core/albums/schema";
import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { inputLook, TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";

/** What the dialog takes. */
interface AlbumDialogProps {
  libraryId: string;
  /** The album that is changed; "new" makes one, null shows nothing. */
  album: AlbumSummary | "new" | null;
  /** Where a new one goes. */
  parentId: string | null;
  onClose(): void;
}

/** Asks for an album's name and description. */
export function AlbumDialog({ libraryId, album, parentId, onClose }: AlbumDialogProps) {
  const t = useTranslations("albums");
  return (
    <Dialog
      open={album !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={album === "new" ? t("new") : t("edit")}
    >
      {album !== null && (
        <AlbumForm {...{ libraryId, parentId }} album={album === "new" ? null : album} onDone={onClose} />
      )}
    </Dialog>
  );
}

function AlbumForm({
  libraryId,
  album,
  parentId,
  onDone,
}: Pick<AlbumDialogProps, "libraryId" | "parentId"> & { album: AlbumSummary | null; onDone(): void }) {
  const t = useTranslations("albums");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const descriptionId = useId();
  const form = useForm({
    resolver: zodResolver(CreateAlbum.pick({ name: true, description: true })),
    defaultValues: { name: album?.name ?? "", description: album?.description ?? "" },
  });
  const outcome = {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.albums.list.pathKey() });
      onDone();
    },
    onError: (error: { message: string }) =>
      form.setError("name", { message: error.message }, { shouldFocus: true }),
  };
  const create = useMutation(trpc.albums.create.mutationOptions(outcome));
  const update = useMutation(trpc.albums.update.mutationOptions(outcome));
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((values) =>
        album
          ? update.mutate({ libraryId, albumId: album.albumId, ...values })
          : create.mutate({ libraryId, parentId, ...values }),
      )}
      className="grid gap-4"
    >
      <TextField
        label={t("name")}
        autoComplete="off"
        error={form.formState.errors.name?.message}
        {...form.register("name")}
      />
      <div className="grid gap-1.5">
        <label htmlFor={descriptionId} className="font-[550] text-13">
          {t("description")}
        </label>
        <textarea
          id={descriptionId}
          rows={3}
          {...form.register("description")}
          className={`${inputLook} resize-y py-2.5`}
        />
      </div>
      <DialogActions
        action={album ? t("save") : t("create")}
        onCancel={onDone}
        isDisabled={create.isPending || update.isPending}
      />
    </form>
  );
}
