"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useEffect, useState } from "react";
import { ChoiceList } from "../../components/choice-list.tsx";
import { themes } from "./themes.ts";

/** The choice of theme as a setting. */
export function ThemeSetting() {
  const t = useTranslations("theme");
  const { theme, setTheme } = useTheme();
  // Only the browser knows the choice: the first paint marks none, as the server did.
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  const known = themes.find(({ value }) => value === theme)?.value ?? "system";
  return (
    <ChoiceList
      label={t("title")}
      className="sm:grid-cols-3"
      value={isMounted ? known : undefined}
      onChange={setTheme}
      choices={themes.map(({ value, Icon }) => ({
        value,
        label: t(value),
        icon: <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px] text-muted" />,
      }))}
    />
  );
}
