"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { ItemIds } from "./item-keys.ts";
import { PlaceForm } from "./place-form.tsx";
import { useItems } from "./use-items.ts";

/** What is copied. */
interface CopyDialogProps {
  library: LibrarySummary;
  items: ItemIds;
  onDone(): void;
}

/** Asks which folder things are copied into, of their library or of another that takes in copies from whoever asks. */
export function CopyDialog({ library, items, onDone }: CopyDialogProps) {
  const t = useTranslations("items");
  const trpc = useTRPC();
  const { data: libraries = [] } = useQuery(trpc.libraries.list.queryOptions());
  const targets = [
    ...(isAllowed(library, "upload files") ? [library] : []),
    ...libraries.filter(
      (each) =>
        each.libraryId !== library.libraryId && isAllowed(each, "take in copies from other libraries"),
    ),
  ];
  const [chosenId, setChosenId] = useState<string | null>(null);
  const target = targets.find(({ libraryId }) => libraryId === chosenId) ?? targets[0];
  const { copy } = useItems(library.libraryId);
  const count = items.fileIds.length + items.folderIds.length;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onDone()} title={t("copyTitle", { count })}>
      {target ? (
        <PlaceForm
          key={target.libraryId}
          library={target}
          exceptIds={items.folderIds}
          action={t("copyHere")}
          isPending={copy.isPending}
          onChoose={(toFolderId) =>
            copy.mutate(
              { libraryId: library.libraryId, ...items, toLibraryId: target.libraryId, toFolderId },
              { onSuccess: onDone },
            )
          }
          onCancel={onDone}
        >
          {targets.length > 1 && (
            <SelectField
              label={t("library")}
              value={target.libraryId}
              onChange={(event) => setChosenId(event.target.value)}
            >
              {targets.map(({ libraryId, name, emoji }) => (
                <option key={libraryId} value={libraryId}>
                  {`${emoji} ${name}`}
                </option>
              ))}
            </SelectField>
          )}
        </PlaceForm>
      ) : (
        <p className="text-muted">{t("nowhere")}</p>
      )}
    </Dialog>
  );
}
