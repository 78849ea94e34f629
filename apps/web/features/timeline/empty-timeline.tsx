"use client";

import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";

/** A timeline with nothing in it, or nothing that the filters let through. */
export function EmptyTimeline({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("timeline");
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-4 py-16 text-center">
      <CalendarDays aria-hidden="true" strokeWidth={1.25} className="size-16 text-muted" />
      <p className="max-w-sm text-15 text-muted">{isFiltered ? t("nothingFound") : t("empty")}</p>
    </div>
  );
}
