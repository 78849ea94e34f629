import type { Me, TokenSummary } from "@alcoves/core/accounts/schema";
import type { InstanceSettings } from "@alcoves/core/settings/schema";
import { useTranslations } from "next-intl";
import { Avatar } from "../../components/avatar.tsx";
import { TopBar } from "../shell/top-bar.tsx";
import { ThemeSetting } from "../theme/theme-setting.tsx";
import { RegistrationSetting } from "./registration-setting.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { TokenList } from "./token-list.tsx";

/** What the settings show. */
interface SettingsViewProps {
  me: Me;
  tokens: TokenSummary[];
  /** Of the instance; null for all but its owner. */
  instance: InstanceSettings | null;
}

/** Everything a person can set. */
export function SettingsView({ me, tokens, instance }: SettingsViewProps) {
  const t = useTranslations("settings");
  return (
    <>
      <TopBar>
        <h1 className="font-semibold text-15">{t("title")}</h1>
      </TopBar>
      <div className="mx-auto w-full max-w-[720px] px-5 pb-16 max-md:px-4">
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
        <TokenList loaded={tokens} />
        {instance && <RegistrationSetting loaded={instance} />}
      </div>
    </>
  );
}
