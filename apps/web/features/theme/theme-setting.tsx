"use client";

import { useTranslations } from "next-intl";
import { ChoiceList } from "../../components/choice-list.tsx";
import { useThemeChoice } from "./theme-choice.tsx";
import { themes } from "./themes.ts";

/** The choice of theme as a setting. */
export function ThemeSetting() {
  const t = useTranslations("theme");
  const { theme, choose } = useThemeChoice();
  return (
    <ChoiceList
      label={t("title")}
      className="sm:grid-cols-3"
      value={theme}
      onChange={choose}
      choices={themes.map(({ value, Icon }) => ({
        value,
        label: t(value),
        icon: <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-muted" />,
      }))}
    />
  );
}
