"use client";

import type { AlbumSummary } from "@alcoves/core/albums/schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { albumTree } from "./album-tree.ts";

/** What the dialog takes. */
interface MoveAlbumDialogProps {
  libraryId: string;
  album: AlbumSummary;
  /** All of the library's. */
  albums: readonly AlbumSummary[];
  isOpen: boolean;
  onClose(): void;
}

/** Asks which album another goes into. */
export function MoveAlbumDialog({ libraryId, album, albums, isOpen, onClose }: MoveAlbumDialogProps) {
  const t = useTranslations("albums");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [parentId, setParentId] = useState(album.parentId ?? "");
  const { mutate, isPending } = useMutation(
    trpc.albums.move.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.albums.list.pathKey() });
        onClose();
      },
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => !next && onClose()}
      title={t("moveTitle", { name: album.name })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ libraryId, albumId: album.albumId, parentId: parentId || null });
        }}
        className="grid gap-4"
      >
        <SelectField
          label={t("moveInto")}
          value={parentId}
          onChange={(event) => setParentId(event.target.value)}
        >
          <option value="">{t("noParent")}</option>
          {albumTree(albums, album.albumId).map(({ album: { albumId, name }, depth }) => (
            <option key={albumId} value={albumId}>
              {`${"\u2003".repeat(depth)}${name}`}
            </option>
          ))}
        </SelectField>
        <DialogActions action={t("move")} onCancel={onClose} isDisabled={isPending} />
      </form>
    </Dialog>
  );
}
