"use client";

import type { TokenSummary } from "@alcoves/core/accounts/schema";
import { useFormatter, useTranslations } from "next-intl";

/** @returns a function that says what a token may do and since and until when */
export function useTokenNote(): (token: TokenSummary) => string {
  const t = useTranslations("settings");
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return ({ scope, createdAt, lastUsedAt, expiresAt }) => {
    const isOver = expiresAt !== null && expiresAt.getTime() < Date.now();
    const end = expiresAt && t(isOver ? "expiredOn" : "expiresOn", { date: day(expiresAt) });
    const use = lastUsedAt ? t("usedOn", { date: day(lastUsedAt) }) : t("neverUsed");
    return [t(`scope.${scope}`), t("madeOn", { date: day(createdAt) }), use, end].filter(Boolean).join(" · ");
  };
}
