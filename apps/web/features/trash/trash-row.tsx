"use client";

import type { TrashPage } from "@alcoves/core/trash/schema";
import { Folder, RotateCcw, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { ThumbhashImage } from "../../components/thumbhash-image/thumbhash-image.tsx";
import { FileIcon } from "../files/file-icon.tsx";
import { formatBytes } from "../files/format-file.ts";

/** What a row takes. */
interface TrashRowProps {
  item: TrashPage["items"][number];
  isPending: boolean;
  onRestore(): void;
  /** Absent for those who may not delete for good. */
  onPurge: (() => void) | undefined;
}

/** One file or folder in the trash: what it is, since when, and the ways out. */
export function TrashRow({ item, isPending, onRestore, onPurge }: TrashRowProps) {
  const t = useTranslations("trash");
  const format = useFormatter();
  const since = format.dateTime(item.trashedAt, { dateStyle: "medium" });
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <span className="relative grid size-12 shrink-0 place-items-center overflow-hidden rounded-tile border border-line bg-panel text-muted">
        <TrashPicture item={item} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-[550]">{item.name}</p>
        <p className="truncate text-13 text-muted">
          {t("since", { date: since, size: formatBytes(item.sizeBytes) })}
          {item.of === "folder" && ` · ${t("fileCount", { count: item.fileCount })}`}
        </p>
      </div>
      {item.mayRestore && (
        <Button
          onClick={onRestore}
          disabled={isPending}
          aria-label={t("restoreOne", { name: item.name })}
          className="max-md:w-10 max-md:px-0"
        >
          <RotateCcw aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          <span className="max-md:sr-only">{t("restore")}</span>
        </Button>
      )}
      {onPurge && (
        <IconButton label={t("purgeOne", { name: item.name })} onClick={onPurge} disabled={isPending}>
          <Trash2 aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-failed" />
        </IconButton>
      )}
    </li>
  );
}

function TrashPicture({ item }: Pick<TrashRowProps, "item">) {
  if (item.of === "folder") return <Folder aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />;
  if (!item.thumbhash) return <FileIcon kind={item.kind} />;
  return <ThumbhashImage alt="" src={item.pictures?.timeline} thumbhash={item.thumbhash} />;
}
