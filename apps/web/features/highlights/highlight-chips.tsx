"use client";

import type { Highlight } from "@alcoves/core/highlights/schema";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { TagDot } from "../tags/tag-dot.tsx";

/** What the chips take. */
interface HighlightChipsProps {
  highlights: readonly Highlight[];
  openId: string | null;
  countOf(highlightId: string): number;
  onOpen(highlightId: string): void;
}

/** The highlights of a library, each with how often it is found here; one is open. */
export function HighlightChips({ highlights, openId, countOf, onOpen }: HighlightChipsProps) {
  const t = useTranslations("highlights");
  return (
    <ul aria-label={t("title")} className="flex flex-wrap gap-1.5">
      {highlights.map(({ highlightId, name, color }) => {
        const count = countOf(highlightId);
        const isOpen = highlightId === openId;
        return (
          <li key={highlightId} className="min-w-0">
            <button
              type="button"
              aria-pressed={isOpen}
              onClick={() => onOpen(highlightId)}
              className={clsx(
                "flex max-w-full items-center gap-2 rounded-full border px-2.5 py-1 text-13 focus-visible:outline-2 focus-visible:outline-accent",
                isOpen ? "border-accent bg-selection" : "border-line hover:bg-panel",
              )}
            >
              <TagDot color={color} />
              <span className="truncate">{name}</span>
              <span aria-hidden="true" className={clsx("tabular-nums", !isOpen && "text-muted")}>
                {count}
              </span>
              <span className="sr-only">{t("matches", { count })}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
