"use client";

import type { FolderSummary } from "@alcoves/core/folders/schema";
import { Folder } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The folders of a folder, before its files. */
export function FolderCards({
  libraryId,
  folders,
}: {
  libraryId: string;
  folders: readonly FolderSummary[];
}) {
  const t = useTranslations("browse");
  if (folders.length === 0) return null;
  return (
    <ul
      aria-label={t("folders")}
      className="grid grid-cols-[repeat(auto-fill,minmax(190px,1fr))] gap-2 pt-3 max-[420px]:grid-cols-2"
    >
      {folders.map((folder) => (
        <li key={folder.folderId}>
          <Link
            href={`/l/${libraryId}/f/${folder.folderId}`}
            className="flex h-[54px] items-center gap-3 rounded-card border border-line bg-panel px-3.5 transition-colors duration-[120ms] hover:bg-raised focus-visible:outline-2 focus-visible:outline-accent"
          >
            <Folder aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-accent" />
            <span className="min-w-0 flex-1 truncate font-[550]">{folder.name}</span>
            <span className="text-13 text-muted tabular-nums">
              <span aria-hidden="true">{folder.fileCount}</span>
              <span className="sr-only">{t("fileCount", { count: folder.fileCount })}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
