"use client";

import type { Tag } from "@alcoves/core/tags/schema";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { TagDot } from "./tag-dot.tsx";

/** The tags of a file, each leading to everything that has it. */
export function TagChips({ tags, libraryId }: { tags: readonly Tag[]; libraryId: string }) {
  const t = useTranslations("tags");
  if (tags.length === 0) return null;
  return (
    <ul aria-label={t("title")} className="flex flex-wrap gap-1.5">
      {tags.map(({ tagId, name, color }) => (
        <li key={tagId} className="min-w-0">
          <Link
            href={`/l/${libraryId}/tags/${tagId}`}
            className="flex items-center gap-2 rounded-full border border-line px-2.5 py-1 text-13 hover:bg-white/10 focus-visible:outline-2 focus-visible:outline-accent"
          >
            <TagDot color={color} />
            <span className="truncate">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
