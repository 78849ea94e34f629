"use client";

import { useFormatter, useTranslations } from "next-intl";

/** What a heading takes. */
interface DayHeadingProps {
  /** Like `2026-10-14`. */
  day: string;
  /** Files of the day; null while not all are loaded. */
  count: number | null;
}

/** The heading of a day: "Wed, 14 October 2026 · 9". */
export function DayHeading({ day, count }: DayHeadingProps) {
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
    <h2 className="flex items-baseline gap-2.5 font-semibold text-15">
      <time dateTime={day}>{name}</time>
      {count !== null && (
        <span className="font-normal text-13 text-muted tabular-nums">
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{t("fileCount", { count })}</span>
        </span>
      )}
    </h2>
  );
}
