"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight, Folder } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { DialogActions } from "../../components/dialog-actions.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { ItemIds } from "../trash/use-trash.ts";
import { useItems } from "./use-items.ts";

/** What is moved. */
interface MoveDialogProps {
  libraryId: string;
  libraryName: string;
  items: ItemIds;
  onDone(): void;
}

/** Asks which folder things go to: one goes into folders until one is where they belong. */
export function MoveDialog(props: MoveDialogProps) {
  const t = useTranslations("items");
  const count = props.items.fileIds.length + props.items.folderIds.length;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && props.onDone()} title={t("moveTitle", { count })}>
      <MoveForm {...props} />
    </Dialog>
  );
}

const row =
  "flex min-h-10 w-full min-w-0 items-center gap-3 rounded-control px-3 text-left hover:bg-[color-mix(in_srgb,var(--text)_6%,transparent)] focus-visible:-outline-offset-2";

function MoveForm({ libraryId, libraryName, items, onDone }: MoveDialogProps) {
  const t = useTranslations("items");
  const trpc = useTRPC();
  const [folderId, setFolderId] = useState<string | null>(null);
  const here = { libraryId, folderId };
  const { data: folders } = useQuery(trpc.folders.list.queryOptions(here));
  const { data: path = [] } = useQuery(trpc.folders.path.queryOptions(here));
  const { move } = useItems(libraryId);
  // A folder goes neither into itself nor below.
  const shown = folders?.filter((folder) => !items.folderIds.includes(folder.folderId));
  const steps = [{ folderId: null, name: libraryName }, ...path];
  return (
    <form
      noValidate
      onKeyDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate({ libraryId, ...items, toFolderId: folderId }, { onSuccess: onDone });
      }}
      className="grid gap-4"
    >
      <ol aria-label={t("where")} className="flex min-w-0 flex-wrap items-center gap-x-1">
        {steps.map((step, place) => (
          <li key={step.folderId ?? "top"} className="flex min-w-0 items-center gap-1">
            {place > 0 && <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />}
            <button
              type="button"
              aria-current={step.folderId === folderId ? "location" : undefined}
              onClick={() => setFolderId(step.folderId)}
              className="truncate rounded-[4px] px-1 font-[550] aria-[current=location]:text-accent-text"
            >
              {step.name}
            </button>
          </li>
        ))}
      </ol>
      <ul aria-label={t("folders")} className="grid max-h-[40dvh] min-h-24 content-start overflow-y-auto">
        {shown?.map((folder) => (
          <li key={folder.folderId}>
            <button type="button" onClick={() => setFolderId(folder.folderId)} className={row}>
              <Folder aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-accent" />
              <span className="min-w-0 flex-1 truncate">{folder.name}</span>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
            </button>
          </li>
        ))}
        {shown?.length === 0 && <li className="px-3 py-2 text-muted">{t("noFolders")}</li>}
      </ul>
      <DialogActions action={t("moveHere")} onCancel={onDone} isDisabled={move.isPending} />
    </form>
  );
}
