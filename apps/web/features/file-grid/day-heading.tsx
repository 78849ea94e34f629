"use client";

import clsx from "clsx";
import { CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** What a heading takes. */
interface DayHeadingProps {
  /** Like `2026-10-14`. */
  day: string;
  /** Files of the day; null while not all are loaded. */
  count: number | null;
  /** Selects the day, or lets go of it; absent where nothing can be selected. */
  onSelect?: (() => void) | undefined;
}

/** The heading of a day: "Wed, 14 October 2026 · 9", with a way to select all of it. */
export function DayHeading({ day, count, onSelect }: DayHeadingProps) {
  const t = useTranslations("browse");
  const format = useFormatter();
  const date = new Date(`${day}T00:00:00Z`);
  const part = (options: Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month" | "year">) =>
    format.dateTime(date, { ...options, timeZone: "UTC" });
  const name = t("day", {
    weekday: part({ weekday: "short" }),
    date: `${part({ day: "numeric" })} ${part({ month: "long" })} ${part({ year: "numeric" })}`,
  });
  return (
    <h2 className="group/day flex items-center gap-2.5 font-semibold text-15">
      <time dateTime={day}>{name}</time>
      {count !== null && (
        <span className="font-normal text-13 text-muted tabular-nums">
          <span aria-hidden="true">{format.number(count)}</span>
          <span className="sr-only">{t("fileCount", { count })}</span>
        </span>
      )}
      {onSelect && <SelectDay label={t("selectDay", { day: name })} onSelect={onSelect} />}
    </h2>
  );
}

function SelectDay({ label, onSelect }: { label: string; onSelect(): void }) {
  return (
    <button
      type="button"
      onClick={onSelect}
      aria-label={label}
      title={label}
      className={clsx(
        "grid size-7 place-items-center rounded-full text-muted transition-opacity duration-[120ms] hover:text-accent-text",
        "focus-visible:opacity-100 focus-visible:outline-2 focus-visible:outline-accent [@media(hover:hover)]:opacity-0 [@media(hover:hover)]:group-hover/day:opacity-100",
      )}
    >
      <CircleCheck aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
    </button>
  );
}
