"use client";

import { useTranslations } from "next-intl";
import { MenuChoice, MenuChoices, MenuHeading } from "../../components/menu.tsx";
import { useThemeChoice } from "./theme-choice.tsx";
import { themes } from "./themes.ts";

/** The choice of theme inside a menu; the menu stays open to see it. */
export function ThemeMenu() {
  const t = useTranslations("theme");
  const { theme = "system", choose } = useThemeChoice();
  return (
    <>
      <MenuHeading>{t("title")}</MenuHeading>
      <MenuChoices value={theme}>
        {themes.map(({ value, Icon }) => (
          <MenuChoice
            key={value}
            value={value}
            onSelect={(event) => {
              event.preventDefault();
              choose(value);
            }}
          >
            <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-muted" />
            {t(value)}
          </MenuChoice>
        ))}
      </MenuChoices>
    </>
  );
}
