import type { Me } from "@alcoves/core/accounts/schema";
import { useTranslations } from "next-intl";
import { ThemeSetting } from "../theme/theme-setting.tsx";
import { AvatarSetting } from "./avatar-setting.tsx";
import { EmailSetting } from "./email-setting.tsx";
import { KeyboardSetting } from "./keyboard-setting.tsx";
import { LanguageSetting } from "./language-setting.tsx";
import { NameSetting } from "./name-setting.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** Who one is here, and how it looks and behaves. */
export function ProfileSettings({ me }: { me: Me }) {
  const t = useTranslations("settings");
  return (
    <>
      <SettingsSection title={t("profile")} text={t("profileText")}>
        <div className="grid gap-6">
          <AvatarSetting me={me} />
          <NameSetting me={me} />
        </div>
      </SettingsSection>
      <SettingsSection title={t("emailAddress")} text={t("emailText")}>
        <EmailSetting me={me} />
      </SettingsSection>
      <SettingsSection title={t("appearance")} text={t("appearanceText")}>
        <ThemeSetting />
      </SettingsSection>
      <SettingsSection title={t("language")}>
        <LanguageSetting me={me} />
      </SettingsSection>
      <SettingsSection title={t("keyboard")} text={t("keyboardText")}>
        <KeyboardSetting me={me} />
      </SettingsSection>
    </>
  );
}
