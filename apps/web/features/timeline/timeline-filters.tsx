"use client";

import type { TimelineFilters } from "@alcoves/core/timeline/schema";
import clsx from "clsx";
import { Heart, Image, MapPin, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";

const query = {
  kind: parseAsStringLiteral(["photo", "video"] as const),
  favourites: parseAsBoolean,
  located: parseAsBoolean,
};

/** What of the timeline is shown, from the address, and how to change it. */
export function useTimelineFilters() {
  const [chosen, setChosen] = useQueryStates(query, { shallow: true, scroll: false });
  const { kind, favourites, located } = chosen;
  const filters: TimelineFilters = useMemo(
    () => ({
      ...(kind ? { kind } : {}),
      ...(favourites ? { isFavourite: true } : {}),
      ...(located ? { isLocated: true } : {}),
    }),
    [kind, favourites, located],
  );
  return { filters, chosen, setChosen };
}

type Filtering = Omit<ReturnType<typeof useTimelineFilters>, "filters">;

/** The filters as chips, each pressed or not. */
export function TimelineFilterChips({ chosen, setChosen }: Filtering) {
  const t = useTranslations("timeline");
  const { kind, favourites, located } = chosen;
  const toggleKind = (next: "photo" | "video") => void setChosen({ kind: kind === next ? null : next });
  const chips = [
    { name: "photos", Icon: Image, isOn: kind === "photo", onClick: () => toggleKind("photo") },
    { name: "videos", Icon: Video, isOn: kind === "video", onClick: () => toggleKind("video") },
    {
      name: "favourites",
      Icon: Heart,
      isOn: favourites === true,
      onClick: () => void setChosen({ favourites: favourites ? null : true }),
    },
    {
      name: "located",
      Icon: MapPin,
      isOn: located === true,
      onClick: () => void setChosen({ located: located ? null : true }),
    },
  ] as const;
  return (
    <fieldset className="flex min-w-0 shrink-0 gap-1.5 overflow-x-auto p-0.5 [scrollbar-width:none]">
      <legend className="sr-only">{t("filters")}</legend>
      {chips.map(({ name, Icon, isOn, onClick }) => (
        <button
          key={name}
          type="button"
          aria-pressed={isOn}
          onClick={onClick}
          className={clsx(
            "inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 font-[550] text-13 transition-colors duration-[120ms] focus-visible:outline-2 focus-visible:outline-accent",
            isOn
              ? "border-transparent bg-selection text-accent-text"
              : "border-line text-muted hover:bg-raised hover:text-text",
          )}
        >
          <Icon aria-hidden="true" strokeWidth={1.75} className="size-4" />
          {t(name)}
        </button>
      ))}
    </fieldset>
  );
}
