"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { Copy, Download, FolderInput, Heart, Images, Pencil, Star, StarOff, Tag, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type GridSelection, useSelectedKeys } from "../../components/justified-grid/grid-selection.ts";
import { noSelection } from "../../components/justified-grid/selection.ts";
import { itemsOf } from "../items/item-keys.ts";
import { useItems } from "../items/use-items.ts";
import { ratings } from "../marks/ratings.ts";
import { useMarks } from "../marks/use-marks.ts";
import { useTrash } from "../trash/use-trash.ts";
import { AskedDialog, type Question } from "./asked-dialog.tsx";
import { type FileList, isFile } from "./file-list.ts";
import type { SelectionAct, SelectionActGroup, SelectionActs } from "./selection-acts.tsx";

/** Whose selection it is. */
export interface SelectedFiles {
  library: LibrarySummary;
  selection: GridSelection;
  /** Undefined while nothing is known of it. */
  list: FileList | undefined;
}

/** What can be done with the selected files and folders by who is asking, and the dialog that an act has opened. */
export function useFileActs({ library, selection, list }: SelectedFiles): {
  acts: SelectionActs;
  dialog: ReactNode;
} {
  const t = useTranslations("selection");
  const { libraryId } = library;
  const [asking, setAsking] = useState<Question | null>(null);
  const { trashItems } = useTrash(libraryId);
  const { setMarks } = useMarks(libraryId);
  const { download } = useItems(libraryId);
  const keys = useSelectedKeys(selection);
  const items = itemsOf(keys);
  const hasFiles = items.fileIds.length > 0;
  const close = () => setAsking(null);
  const letGo = () => {
    close();
    selection.setState(noSelection, true);
  };
  const isFavourite = (fileId: string) => {
    const file = list?.at(list.indexOf(fileId));
    return file !== undefined && isFile(file) && file.isFavourite;
  };

  const acts: (SelectionAct | SelectionActGroup)[] = [];
  if (hasFiles)
    acts.push(
      {
        id: "favourite",
        shortcut: "favourite",
        label: t("favourite"),
        Icon: Heart,
        run() {
          const { fileIds } = items;
          setMarks({ fileIds, isFavourite: !fileIds.every(isFavourite) });
        },
      },
      {
        id: "rate",
        label: t("rate"),
        Icon: Star,
        acts: ratings.map((rating) => ({
          id: `rate${rating}`,
          shortcut: `rate${rating}` as const,
          label: t("rating", { rating }),
          Icon: rating === 0 ? StarOff : Star,
          run: () => setMarks({ fileIds: items.fileIds, rating: rating === 0 ? null : rating }),
        })),
      },
    );
  const ask = (
    what: Question,
    { Icon, shortcut }: Pick<SelectionAct, "Icon" | "shortcut">,
  ): SelectionAct => ({
    ...{ Icon, shortcut },
    id: what,
    label: t(what),
    run: () => setAsking(what),
  });
  acts.push({
    id: "download",
    shortcut: "download",
    label: t("download"),
    Icon: Download,
    run: () => download(items),
  });
  if (isAllowed(library, "tag files")) acts.push(ask("tag", { Icon: Tag, shortcut: "tag" }));
  if (hasFiles && isAllowed(library, "add files to albums"))
    acts.push(ask("album", { Icon: Images, shortcut: null }));
  if (isAllowed(library, "move and rename files"))
    acts.push(ask("move", { Icon: FolderInput, shortcut: "move" }));
  acts.push(ask("copy", { Icon: Copy, shortcut: null }));
  if (keys.size === 1 && isAllowed(library, "move and rename files"))
    acts.push(ask("rename", { Icon: Pencil, shortcut: "rename" }));
  if (isAllowed(library, "move files to the trash")) {
    acts.push({
      id: "trash",
      shortcut: "trash",
      label: t("trash"),
      Icon: Trash2,
      isDangerous: true,
      run() {
        trashItems(items);
        letGo();
      },
    });
  }
  const [key] = keys;
  const dialog = asking && (
    <AskedDialog
      {...{ library, asking, items, letGo, close }}
      first={key === undefined ? undefined : list?.at(list.indexOf(key))}
    />
  );
  return { acts, dialog };
}
