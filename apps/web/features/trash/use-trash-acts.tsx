"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { type GridSelection, useSelectedKeys } from "../../components/justified-grid/grid-selection.ts";
import { noSelection } from "../../components/justified-grid/selection.ts";
import type { SelectionAct } from "../file-grid/selection-acts.tsx";
import { type ItemIds, itemsOf } from "../items/item-keys.ts";
import { usePurge } from "./use-purge.ts";
import { useTrash } from "./use-trash.ts";

/** The ways out of a library's trash: back, and for good, which is asked before. */
export interface TrashActs {
  /** With what is selected. */
  acts: SelectionAct[];
  restore(items: ItemIds): void;
  /** Asks whether these, or all there is, are to go for good; null for whoever may not. @param onGone told when they are gone */
  askToPurge: ((what: ItemIds | "all", onGone?: () => void) => void) | null;
  dialog: ReactNode;
}

/** What is asked about. */
interface Question {
  what: ItemIds | "all";
  onGone?: (() => void) | undefined;
}

/** What can be done with what lies in a library's trash. */
export function useTrashActs(library: LibrarySummary, selection: GridSelection): TrashActs {
  const t = useTranslations("trash");
  const { libraryId } = library;
  const [question, setQuestion] = useState<Question | null>(null);
  const { restore } = useTrash(libraryId);
  const purging = usePurge(libraryId, () => {
    setQuestion(null);
    letGo();
    question?.onGone?.();
  });
  const letGo = () => selection.setState(noSelection, true);
  const chosen = itemsOf(useSelectedKeys(selection));
  const mayPurge = isAllowed(library, "delete files for good");
  const askToPurge: TrashActs["askToPurge"] = mayPurge
    ? (what, onGone) => setQuestion({ what, onGone })
    : null;

  const acts: SelectionAct[] = [
    {
      id: "restore",
      shortcut: null,
      label: t("restore"),
      Icon: RotateCcw,
      run() {
        restore(chosen);
        letGo();
      },
    },
  ];
  if (askToPurge)
    acts.push({
      id: "purge",
      shortcut: "purge",
      label: t("purge"),
      Icon: Trash2,
      isDangerous: true,
      run: () => askToPurge(chosen),
    });
  const what = question?.what ?? "all";
  const dialog = (
    <ConfirmDialog
      open={question !== null}
      onClose={() => setQuestion(null)}
      title={
        what === "all"
          ? t("emptyTitle")
          : t("purgeTitle", { count: what.fileIds.length + what.folderIds.length })
      }
      text={t("purgeText")}
      action={t("purge")}
      isPending={purging.isPending}
      onConfirm={() => (what === "all" ? purging.empty() : purging.purge(what))}
    />
  );
  return { acts, restore, askToPurge, dialog };
}
