"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { Download, FolderInput, Heart, Images, type LucideIcon, Pencil, Tag, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { GridSelection } from "../../components/justified-grid/grid-selection.ts";
import { noSelection } from "../../components/justified-grid/selection.ts";
import { AlbumPicker } from "../albums/album-picker.tsx";
import { MoveDialog } from "../items/move-dialog.tsx";
import { RenameDialog } from "../items/rename-dialog.tsx";
import { useItems } from "../items/use-items.ts";
import { useMarks } from "../marks/use-marks.ts";
import type { ShortcutId } from "../shortcuts/shortcuts.ts";
import { TagPicker } from "../tags/tag-picker.tsx";
import { useTrash } from "../trash/use-trash.ts";
import type { FileList } from "./file-list.ts";

/** Something that can be done with what is selected. */
export interface SelectionAct {
  id: "favourite" | "download" | "tag" | "album" | "move" | "rename" | "trash";
  label: string;
  /** What does it by the keyboard; null for what has none. */
  shortcut: ShortcutId | null;
  Icon: LucideIcon;
  isDangerous?: boolean;
  run(): void;
}

/** Whose selection it is. */
export interface SelectedFiles {
  library: LibrarySummary;
  selection: GridSelection;
  list: FileList;
}

/** What can be done with the selected files by who is asking, and the dialog that an act has opened. @param count how many are selected */
export function useSelectionActs(
  { library, selection, list }: SelectedFiles,
  count: number,
): { acts: SelectionAct[]; dialog: ReactNode } {
  const t = useTranslations("selection");
  const { libraryId } = library;
  const [asking, setAsking] = useState<"tag" | "album" | "move" | "rename" | null>(null);
  const { trash } = useTrash(libraryId);
  const { setMarks } = useMarks(libraryId);
  const { download } = useItems(libraryId);
  const fileIds = () => [...selection.getState().keys];
  const close = () => setAsking(null);
  const letGo = () => {
    close();
    selection.setState(noSelection, true);
  };
  const fileOf = (fileId: string) => list.at(list.indexOf(fileId));

  const acts: SelectionAct[] = [
    {
      id: "favourite",
      shortcut: "favourite",
      label: t("favourite"),
      Icon: Heart,
      run() {
        const ids = fileIds();
        const areAll = ids.every((fileId) => fileOf(fileId)?.isFavourite);
        setMarks({ fileIds: ids, isFavourite: !areAll });
      },
    },
    {
      id: "download",
      shortcut: "download",
      label: t("download"),
      Icon: Download,
      run: () => download({ fileIds: fileIds(), folderIds: [] }),
    },
  ];
  if (isAllowed(library, "tag files"))
    acts.push({ id: "tag", shortcut: "tag", label: t("tag"), Icon: Tag, run: () => setAsking("tag") });
  if (isAllowed(library, "add files to albums"))
    acts.push({
      id: "album",
      shortcut: null,
      label: t("album"),
      Icon: Images,
      run: () => setAsking("album"),
    });
  if (isAllowed(library, "move and rename files")) {
    acts.push({
      id: "move",
      shortcut: "move",
      label: t("move"),
      Icon: FolderInput,
      run: () => setAsking("move"),
    });
    if (count === 1)
      acts.push({
        id: "rename",
        shortcut: "rename",
        label: t("rename"),
        Icon: Pencil,
        run: () => setAsking("rename"),
      });
  }
  if (isAllowed(library, "move files to the trash")) {
    acts.push({
      id: "trash",
      shortcut: "trash",
      label: t("trash"),
      Icon: Trash2,
      isDangerous: true,
      run() {
        trash(fileIds());
        letGo();
      },
    });
  }
  return { acts, dialog: <AskedDialog {...{ library, asking, fileOf, letGo, close }} fileIds={fileIds()} /> };
}

/** What an act asks before it is done. */
interface AskedDialogProps {
  library: LibrarySummary;
  asking: "tag" | "album" | "move" | "rename" | null;
  fileIds: string[];
  fileOf(fileId: string): { name: string } | undefined;
  letGo(): void;
  close(): void;
}

function AskedDialog({ library, asking, fileIds, fileOf, letGo, close }: AskedDialogProps) {
  const { libraryId, name } = library;
  const [fileId] = fileIds;
  if (asking === "tag") return <TagPicker {...{ libraryId, fileIds }} folderIds={[]} onDone={close} />;
  if (asking === "album") return <AlbumPicker {...{ libraryId, fileIds }} onDone={close} />;
  if (asking === "move")
    return (
      <MoveDialog {...{ libraryId }} libraryName={name} items={{ fileIds, folderIds: [] }} onDone={letGo} />
    );
  if (asking !== "rename" || fileId === undefined) return null;
  return (
    <RenameDialog libraryId={libraryId} item={{ fileId, name: fileOf(fileId)?.name ?? "" }} onDone={close} />
  );
}
