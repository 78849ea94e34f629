"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import { useTranslations } from "next-intl";
import { SelectField } from "../../components/select-field.tsx";
import { locales } from "../../i18n/locales.ts";
import { usePreferences } from "./use-preferences.ts";

/** The language of the pages, among those there are. */
export function LanguageSetting({ me }: { me: Me }) {
  const t = useTranslations("settings");
  const { preferences, change } = usePreferences(me);
  return (
    <SelectField
      label={t("languageOfPages")}
      value={preferences.language ?? ""}
      onChange={({ target }) => change({ language: target.value || null })}
    >
      <option value="">{t("browserLanguage")}</option>
      {locales.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {new Intl.DisplayNames(locale, { type: "language" }).of(locale)}
        </option>
      ))}
    </SelectField>
  );
}
