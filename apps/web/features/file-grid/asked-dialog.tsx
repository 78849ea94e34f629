"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { AlbumPicker } from "../albums/album-picker.tsx";
import { CopyDialog } from "../items/copy-dialog.tsx";
import type { ItemIds } from "../items/item-keys.ts";
import { MoveDialog } from "../items/move-dialog.tsx";
import { RenameDialog } from "../items/rename-dialog.tsx";
import { TagPicker } from "../tags/tag-picker.tsx";
import { isFile, type ListedItem } from "./file-list.ts";

/** What acts ask before they are done. */
export type Question = "tag" | "album" | "move" | "copy" | "rename";

/** What the dialog takes. */
interface AskedDialogProps {
  library: LibrarySummary;
  asking: Question;
  items: ItemIds;
  /** What is known of the first of them. */
  first: ListedItem | undefined;
  /** It is done, and what was selected is elsewhere now. */
  letGo(): void;
  close(): void;
}

/** The dialog of an act on what is selected. */
export function AskedDialog({ library, asking, items, first, letGo, close }: AskedDialogProps) {
  const { libraryId } = library;
  switch (asking) {
    case "tag":
      return <TagPicker {...{ libraryId, ...items }} onDone={close} />;
    case "album":
      return <AlbumPicker {...{ libraryId }} fileIds={items.fileIds} onDone={close} />;
    case "move":
      return <MoveDialog {...{ library, items }} onCancel={close} onDone={letGo} />;
    case "copy":
      return <CopyDialog {...{ library, items }} onDone={close} />;
    case "rename":
      return first ? (
        <RenameDialog
          libraryId={libraryId}
          item={isFile(first) ? { fileId: first.fileId, name: first.name } : first}
          onDone={close}
        />
      ) : null;
  }
}
