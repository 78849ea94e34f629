import type { Me } from "@alcoves/core/accounts/schema";
import { useTranslations } from "next-intl";
import { Avatar } from "../../components/avatar.tsx";
import { ThemeSetting } from "../theme/theme-setting.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** Who one is here, and how it looks. */
export function ProfileSettings({ me }: { me: Me }) {
  const t = useTranslations("settings");
  return (
    <>
      <SettingsSection title={t("profile")}>
        <div className="flex items-center gap-4">
          <Avatar name={me.name} className="size-14 text-18" />
          <div className="min-w-0">
            <p className="truncate font-semibold text-15">{me.name}</p>
            <p className="truncate text-muted">{me.email}</p>
            {me.isInstanceOwner && <p className="mt-0.5 text-13 text-accent-text">{t("instanceOwner")}</p>}
          </div>
        </div>
      </SettingsSection>
      <SettingsSection title={t("appearance")} text={t("appearanceText")}>
        <ThemeSetting />
      </SettingsSection>
    </>
  );
}
