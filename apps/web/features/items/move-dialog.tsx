"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "../../components/dialog.tsx";
import type { ItemIds } from "./item-keys.ts";
import { PlaceForm } from "./place-form.tsx";
import { useItems } from "./use-items.ts";

/** What is moved. */
interface MoveDialogProps {
  library: { libraryId: string; name: string };
  items: ItemIds;
  onDone(): void;
  onCancel(): void;
}

/** Asks which folder things go to. */
export function MoveDialog({ library, items, onDone, onCancel }: MoveDialogProps) {
  const t = useTranslations("items");
  const { libraryId } = library;
  const { move } = useItems(libraryId);
  const count = items.fileIds.length + items.folderIds.length;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onCancel()} title={t("moveTitle", { count })}>
      <PlaceForm
        library={library}
        exceptIds={items.folderIds}
        action={t("moveHere")}
        isPending={move.isPending}
        onChoose={(toFolderId) => move.mutate({ libraryId, ...items, toFolderId }, { onSuccess: onDone })}
        onCancel={onCancel}
      />
    </Dialog>
  );
}
