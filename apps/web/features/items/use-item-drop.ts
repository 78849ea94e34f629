"use client";

import { type DragEvent, useState } from "react";
import { draggedKeys, hasDraggedKeys } from "../../components/justified-grid/dragged-keys.ts";
import { folderKey, itemsOf } from "./item-keys.ts";
import { useItems } from "./use-items.ts";

/** Makes an element a place that what is dragged out of a grid goes to. @param toFolderId the folder it stands for; null for the top */
export function useItemDrop(libraryId: string, toFolderId: string | null) {
  const { move } = useItems(libraryId);
  const [isOver, setIsOver] = useState(false);
  return {
    /** Something that can be dropped here is over it. */
    isOver,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!hasDraggedKeys(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "move";
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop(event: DragEvent) {
        setIsOver(false);
        const keys = draggedKeys(event.dataTransfer);
        // Nothing goes into itself.
        if (keys.length === 0 || (toFolderId !== null && keys.includes(folderKey(toFolderId)))) return;
        event.preventDefault();
        move.mutate({ libraryId, ...itemsOf(keys), toFolderId });
      },
    },
  };
}
