"use client";

import { dayMs } from "@alcoves/core/timeline/schema";
import { Clock, Copy, Heart, Play, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDuration } from "../files/format-file.ts";
import type { ListedFile } from "./file-list.ts";

const badge =
  "flex items-center gap-1 rounded-full bg-black/65 px-2 py-0.5 font-semibold text-12 text-white tabular-nums";

/** What there is to know of a file at a glance: how long it plays, that it moves, that it is raw or a duplicate, a favourite or rated. */
export function TileBadges({ file }: { file: ListedFile }) {
  const t = useTranslations("browse");
  return (
    <>
      {file.leavesAt && <LeavesBadge at={file.leavesAt} />}
      <span className="pointer-events-none absolute bottom-1.5 left-1.5 flex items-center gap-1.5 text-white drop-shadow-[0_0_3px_rgb(0_0_0/0.9)]">
        {file.isFavourite && (
          <span>
            <Heart aria-hidden="true" className="size-[18px] fill-current" />
            <span className="sr-only">{t("favourite")}</span>
          </span>
        )}
        {file.ownRating !== null && (
          <span className="flex items-center gap-0.5 font-semibold text-13 tabular-nums">
            <Star aria-hidden="true" className="size-4 fill-current" />
            <span aria-hidden="true">{file.ownRating}</span>
            <span className="sr-only">{t("rating", { rating: file.ownRating })}</span>
          </span>
        )}
      </span>
      <span className="pointer-events-none absolute right-1.5 bottom-1.5 flex max-w-[calc(100%-12px)] flex-wrap justify-end gap-1">
        {file.isDuplicate && (
          <span className={badge}>
            <Copy aria-hidden="true" className="size-3" />
            <span className="sr-only">{t("duplicate")}</span>
          </span>
        )}
        {file.isRaw && <span className={badge}>RAW</span>}
        {file.isLive && <span className={badge}>{t("live")}</span>}
        {file.kind === "video" && file.durationMs !== null && (
          <span className={badge}>
            <Play aria-hidden="true" className="size-3 fill-current" />
            {formatDuration(file.durationMs)}
          </span>
        )}
      </span>
    </>
  );
}

/** When something in the trash is deleted for good. */
export function LeavesBadge({ at }: { at: Date }) {
  const t = useTranslations("browse");
  const days = Math.max(0, Math.ceil((at.getTime() - Date.now()) / dayMs));
  return (
    <span className={`${badge} pointer-events-none absolute top-1.5 right-1.5`}>
      <Clock aria-hidden="true" className="size-3 max-md:hidden" />
      <span className="max-md:sr-only">{t("leaves", { days })}</span>
      <span aria-hidden="true" className="whitespace-nowrap md:hidden">
        {t("leavesBriefly", { days })}
      </span>
    </span>
  );
}
