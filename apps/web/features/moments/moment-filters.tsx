"use client";

import type { TagSummary } from "@alcoves/core/tags/schema";
import { ChevronDown, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** What the filters take. */
interface MomentFiltersProps {
  tags: readonly TagSummary[];
  text: string;
  tagId: string | null;
  onText(text: string): void;
  onTag(tagId: string | null): void;
}

/** How long somebody has to rest from typing before it is looked for, ms. */
const restMs = 250;
const look =
  "h-9 rounded-full border border-line bg-panel text-text placeholder:text-muted hover:border-muted focus-visible:outline-2 focus-visible:outline-accent";

/** Which moments are shown: those that hold words, those that have a tag. */
export function MomentFilters({ tags, text, tagId, onText, onTag }: MomentFiltersProps) {
  const t = useTranslations("moments");
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed.trim() === text) return;
    const timer = setTimeout(() => onText(typed.trim()), restMs);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);
  return (
    <div className="flex flex-wrap gap-2">
      <div className="relative min-w-[200px] max-w-[420px] flex-1">
        <Search
          aria-hidden="true"
          strokeWidth={1.75}
          className="pointer-events-none absolute top-2 left-3 size-[18px] text-muted"
        />
        <input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className={`${look} w-full pr-3 pl-9`}
        />
      </div>
      {tags.length > 0 && (
        <div className="relative">
          <select
            aria-label={t("tag")}
            value={tagId ?? ""}
            onChange={(event) => onTag(event.target.value || null)}
            className={`${look} max-w-[220px] appearance-none truncate pr-9 pl-4`}
          >
            <option value="">{t("anyTag")}</option>
            {tags.map(({ tagId: id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-2.5 right-3 size-4 text-muted"
          />
        </div>
      )}
    </div>
  );
}
