import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { identityChoices } from "../../../../features/accounts/identity-choices.ts";
import { IdentityError } from "../../../../features/accounts/identity-error.tsx";
import { requireMe } from "../../../../features/accounts/require-me.ts";
import { PasskeySettings } from "../../../../features/passkeys/passkey-settings.tsx";
import { SecondFactorSettings } from "../../../../features/second-factor/second-factor-settings.tsx";
import { IdentityList } from "../../../../features/settings/identity-list.tsx";
import { PasswordSetting } from "../../../../features/settings/password-setting.tsx";
import { SessionList } from "../../../../features/settings/session-list.tsx";
import { inProcess } from "../../../../server/in-process.ts";
import { serverCaller } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("security") };
}

export default async function SecurityPage({ searchParams }: { searchParams: Promise<{ error?: string }> }) {
  const me = await requireMe("/settings/security");
  const { error } = await searchParams;
  const caller = await serverCaller();
  const [secondFactor, passkeys, sessions, identities] = await Promise.all([
    caller.secondFactor.get(),
    caller.passkeys.list(),
    caller.accounts.listSessions(),
    caller.identities.list(),
  ]);
  const { origin } = inProcess();
  return (
    <>
      <PasswordSetting me={me} />
      <PasskeySettings loaded={passkeys} origin={origin} hasPassword={me.hasPassword} />
      <SecondFactorSettings loaded={secondFactor} />
      <IdentityList loaded={identities} choices={identityChoices()}>
        <IdentityError error={error} />
      </IdentityList>
      <SessionList loaded={sessions} />
    </>
  );
}
