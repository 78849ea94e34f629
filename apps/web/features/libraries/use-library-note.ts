"use client";

import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { useTranslations } from "next-intl";

/** @returns a function that says who is in a library: "Personal", or "4 members" */
export function useLibraryNote(): (library: LibrarySummary) => string {
  const t = useTranslations("libraries");
  return ({ isPersonal, memberCount }) => (isPersonal ? t("personal") : t("members", { count: memberCount }));
}
