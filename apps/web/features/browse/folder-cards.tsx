"use client";

import type { FolderSummary } from "@alcoves/core/folders/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import clsx from "clsx";
import { Folder } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { draggedKeys, hasDraggedKeys } from "../../components/justified-grid/dragged-keys.ts";
import { useItems } from "../items/use-items.ts";
import { FolderMenu } from "./folder-menu.tsx";

/** The folders of a folder, before its files. What is selected can be dragged onto one. */
export function FolderCards({
  library,
  folders,
}: {
  library: LibrarySummary;
  folders: readonly FolderSummary[];
}) {
  const t = useTranslations("browse");
  if (folders.length === 0) return null;
  return (
    <ul
      aria-label={t("folders")}
      className="grid grid-cols-[repeat(auto-fill,minmax(210px,1fr))] gap-2 pt-3 max-[460px]:grid-cols-1"
    >
      {folders.map((folder) => (
        <FolderCard key={folder.folderId} library={library} folder={folder} />
      ))}
    </ul>
  );
}

function FolderCard({ library, folder }: { library: LibrarySummary; folder: FolderSummary }) {
  const t = useTranslations("browse");
  const { libraryId } = library;
  const { folderId } = folder;
  const { move } = useItems(libraryId);
  const [isOver, setIsOver] = useState(false);
  const onDragOver = (event: DragEvent) => {
    if (!hasDraggedKeys(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    setIsOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setIsOver(false);
    const fileIds = draggedKeys(event.dataTransfer);
    if (fileIds.length === 0) return;
    event.preventDefault();
    move.mutate({ libraryId, fileIds, folderIds: [], toFolderId: folderId });
  };
  return (
    <li
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      className={clsx(
        "relative flex h-[54px] items-center gap-3 rounded-card border pr-2 pl-3.5 transition-colors duration-[120ms] has-[a:hover]:bg-raised",
        isOver ? "border-accent bg-selection" : "border-line bg-panel",
      )}
    >
      <Folder aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-accent" />
      <Link
        href={`/l/${libraryId}/f/${folderId}`}
        draggable={false}
        className="min-w-0 flex-1 truncate font-[550] outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 focus-visible:after:outline-accent"
      >
        {folder.name}
      </Link>
      <span className="text-13 text-muted tabular-nums">
        <span aria-hidden="true">{folder.fileCount}</span>
        <span className="sr-only">{t("fileCount", { count: folder.fileCount })}</span>
      </span>
      <span className="relative z-[1]">
        <FolderMenu library={library} folder={folder} />
      </span>
    </li>
  );
}
