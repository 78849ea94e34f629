"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { Download, Ellipsis, FolderInput, Pencil, Tag, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuItem } from "../../components/menu.tsx";
import type { ListedFolder } from "../file-grid/file-list.ts";
import { MoveDialog } from "../items/move-dialog.tsx";
import { RenameDialog } from "../items/rename-dialog.tsx";
import { useItems } from "../items/use-items.ts";
import { TagPicker } from "../tags/tag-picker.tsx";
import { useTrash } from "../trash/use-trash.ts";

/** What the menu takes. */
interface FolderMenuProps {
  library: LibrarySummary;
  folder: ListedFolder;
  /** Whether Tab reaches it, as it does in the cell of a grid that has the focus. */
  isReached: boolean;
}

/** What can be done with a folder and everything in it. */
export function FolderMenu({ library, folder, isReached }: FolderMenuProps) {
  const t = useTranslations("items");
  const { libraryId } = library;
  const { folderId, name } = folder;
  const [asking, setAsking] = useState<"rename" | "move" | "tag" | null>(null);
  const { download } = useItems(libraryId);
  const { trashItems } = useTrash(libraryId);
  const items = { fileIds: [], folderIds: [folderId] };
  const close = () => setAsking(null);
  const mayOrganise = isAllowed(library, "move and rename files");
  const acts = [
    { label: t("rename"), Icon: Pencil, isThere: mayOrganise, run: () => setAsking("rename") },
    { label: t("move"), Icon: FolderInput, isThere: mayOrganise, run: () => setAsking("move") },
    { label: t("tag"), Icon: Tag, isThere: isAllowed(library, "tag files"), run: () => setAsking("tag") },
    {
      label: t("download"),
      Icon: Download,
      isThere: folder.fileCount + folder.folderCount > 0,
      run: () => download(items),
    },
    {
      label: t("trash"),
      Icon: Trash2,
      isThere: isAllowed(library, "move files to the trash"),
      run: () => trashItems(items),
    },
  ].filter(({ isThere }) => isThere);
  if (acts.length === 0) return null;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("actions", { name })} tabIndex={isReached ? 0 : -1} className="!size-8">
            <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          </IconButton>
        }
      >
        {acts.map(({ label, Icon, run }) => (
          <MenuItem key={label} onSelect={run}>
            <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            {label}
          </MenuItem>
        ))}
      </Menu>
      {asking === "rename" && <RenameDialog {...{ libraryId }} item={{ folderId, name }} onDone={close} />}
      {asking === "move" && <MoveDialog {...{ library, items }} onDone={close} onCancel={close} />}
      {asking === "tag" && (
        <TagPicker {...{ libraryId }} fileIds={[]} folderIds={[folderId]} onDone={close} />
      )}
    </>
  );
}
