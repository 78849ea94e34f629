"use client";

import { Heart, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDuration } from "../files/format-file.ts";
import type { ListedFile } from "./file-list.ts";

const badge =
  "flex items-center gap-1 rounded-full bg-black/65 px-2 py-0.5 font-semibold text-12 text-white tabular-nums";

/** What there is to know of a file at a glance: how long it plays, that it moves, that it is raw or a favourite. */
export function TileBadges({ file }: { file: ListedFile }) {
  const t = useTranslations("browse");
  return (
    <>
      {file.isFavourite && (
        <span className="pointer-events-none absolute bottom-1.5 left-1.5 text-white drop-shadow-[0_0_3px_rgb(0_0_0/0.9)]">
          <Heart aria-hidden="true" className="size-[18px] fill-current" />
          <span className="sr-only">{t("favourite")}</span>
        </span>
      )}
      <span className="pointer-events-none absolute right-1.5 bottom-1.5 flex gap-1">
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
