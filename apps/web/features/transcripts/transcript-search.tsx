"use client";

import { ChevronDown, ChevronUp, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { inputLook } from "../../components/text-field.tsx";

/** What the search takes. */
interface TranscriptSearchProps {
  query: string;
  onQuery(query: string): void;
  /** How many lines hold it. */
  count: number;
  /** At which of them one is, from 0. */
  place: number;
  onStep(by: 1 | -1): void;
}

/** Looks for words in the transcript: Enter goes to the next, with Shift to the one before. */
export function TranscriptSearch({ query, onQuery, count, place, onStep }: TranscriptSearchProps) {
  const t = useTranslations("transcripts");
  const isSearching = query.trim() !== "";
  return (
    <search className="flex min-w-0 flex-1 items-center">
      <div className="relative min-w-0 flex-1">
        <Search aria-hidden="true" className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted" />
        <input
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          maxLength={200}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") onQuery("");
            if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
          }}
          className={`${inputLook} h-9 pr-2 pl-8 text-14 [&::-webkit-search-cancel-button]:hidden`}
        />
      </div>
      <output aria-live="polite" className="shrink-0 px-2 text-13 text-muted tabular-nums empty:px-0">
        {isSearching && t("hits", { count, place: count === 0 ? 0 : place + 1 })}
      </output>
      {isSearching && count > 0 && (
        <>
          <IconButton variant="small" label={t("before")} onClick={() => onStep(-1)}>
            <ChevronUp aria-hidden="true" className="size-4" />
          </IconButton>
          <IconButton variant="small" label={t("after")} onClick={() => onStep(1)}>
            <ChevronDown aria-hidden="true" className="size-4" />
          </IconButton>
        </>
      )}
    </search>
  );
}
