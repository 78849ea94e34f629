"use client";

import type { TagSummary } from "@alcoves/core/tags/schema";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuItem } from "../../components/menu.tsx";
import { TagDot } from "./tag-dot.tsx";

/** What a row takes. */
interface TagRowProps {
  libraryId: string;
  tag: TagSummary;
  canMerge: boolean;
  /** Absent for those who may not change tags. */
  onAsk: ((act: "edit" | "merge" | "remove") => void) | undefined;
}

/** One tag: its colour, its name, how much has it, and what can be done with it. */
export function TagRow({ libraryId, tag, canMerge, onAsk }: TagRowProps) {
  const t = useTranslations("tags");
  const { name, color, fileCount, folderCount, momentCount } = tag;
  const counts = [
    t("count", { count: fileCount }),
    folderCount > 0 ? t("folderCount", { count: folderCount }) : null,
    momentCount > 0 ? t("momentCount", { count: momentCount }) : null,
  ];
  return (
    <li className="flex items-center gap-2 py-1 pr-2 pl-1">
      <Link
        href={`/l/${libraryId}/tags/${tag.tagId}`}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-control px-3 py-2 hover:bg-[color-mix(in_srgb,var(--text)_6%,transparent)] focus-visible:outline-2 focus-visible:outline-accent"
      >
        <TagDot color={color} />
        <span className="min-w-0 flex-1 truncate font-[550]">{name}</span>
        <span className="shrink-0 text-13 text-muted tabular-nums">
          {counts.filter((count) => count !== null).join(", ")}
        </span>
      </Link>
      {onAsk && (
        <Menu
          trigger={
            <IconButton label={t("actions", { name })}>
              <Ellipsis aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => onAsk("edit")}>{t("edit")}</MenuItem>
          {canMerge && <MenuItem onSelect={() => onAsk("merge")}>{t("mergeWith")}</MenuItem>}
          <MenuItem onSelect={() => onAsk("remove")} className="text-failed">
            {t("remove")}
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}
