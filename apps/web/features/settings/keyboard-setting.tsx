"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import { useTranslations } from "next-intl";
import { ChoiceList } from "../../components/choice-list.tsx";
import { usePreferences } from "./use-preferences.ts";

/** Whether single keys do something by themselves (WCAG 2.2, 2.1.4). */
export function KeyboardSetting({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const { preferences, change } = usePreferences(me);
  return (
    <ChoiceList
      label={t("keyboard")}
      className="sm:grid-cols-2"
      value={preferences.isKeyboardOn ? "on" : "off"}
      onChange={(value) => change({ isKeyboardOn: value === "on" })}
      choices={(["on", "off"] as const).map((value) => ({
        value,
        label: t(`keys.${value}`),
        description: t(`keysText.${value}`),
      }))}
    />
  );
}
