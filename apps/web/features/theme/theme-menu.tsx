"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { MenuChoice, MenuChoices, MenuHeading } from "../../components/menu.tsx";
import { themes } from "./themes.ts";

/** The choice of theme inside a menu; the menu stays open to see it. */
export function ThemeMenu() {
  const t = useTranslations("theme");
  const { theme = "system", setTheme } = useTheme();
  return (
    <>
      <MenuHeading>{t("title")}</MenuHeading>
      <MenuChoices value={theme} onValueChange={setTheme}>
        {themes.map(({ value, Icon }) => (
          <MenuChoice key={value} value={value} onSelect={(event) => event.preventDefault()}>
            <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-muted" />
            {t(value)}
          </MenuChoice>
        ))}
      </MenuChoices>
    </>
  );
}
