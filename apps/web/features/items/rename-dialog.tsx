"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useItems } from "./use-items.ts";

/** What is renamed. */
export type Renamed = { name: string } & ({ fileId: string } | { folderId: string });

/** What the dialog takes. */
interface RenameDialogProps {
  libraryId: string;
  item: Renamed;
  onDone(): void;
}

/** Asks for another name of a file or a folder. */
export function RenameDialog({ libraryId, item, onDone }: RenameDialogProps) {
  const t = useTranslations("items");
  const { renameFile, renameFolder } = useItems(libraryId);
  const [name, setName] = useState(item.name);
  const error = renameFile.error ?? renameFolder.error;
  const submit = () => {
    const options = { onSuccess: onDone };
    if ("fileId" in item) renameFile.mutate({ libraryId, fileId: item.fileId, name }, options);
    else renameFolder.mutate({ libraryId, folderId: item.folderId, name }, options);
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onDone()} title={t("rename")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        className="grid gap-4"
      >
        <TextField
          label={t("name")}
          autoComplete="off"
          value={name}
          error={error?.message}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.setSelectionRange(0, stemLength(item.name))}
        />
        <DialogActions
          action={t("rename")}
          onCancel={onDone}
          isDisabled={renameFile.isPending || renameFolder.isPending || name.trim() === ""}
        />
      </form>
    </Dialog>
  );
}

/** What people change of a name is what stands before its extension. */
function stemLength(name: string): number {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? dot : name.length;
}
