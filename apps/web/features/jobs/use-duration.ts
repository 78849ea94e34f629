import { useTranslations } from "next-intl";

/** @returns a function that says how long some seconds are, roughly: a guess is not told to the second */
export function useDuration(): (seconds: number) => string {
  const t = useTranslations("jobs");
  return (seconds) => {
    if (seconds < 90) return t("seconds", { count: Math.max(1, Math.round(seconds)) });
    if (seconds < 90 * 60) return t("minutes", { count: Math.round(seconds / 60) });
    if (seconds < 36 * 3_600) return t("hours", { count: Math.round(seconds / 3_600) });
    return t("days", { count: Math.round(seconds / 86_400) });
  };
}
