import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoorLink } from "../../../features/accounts/door-link.tsx";
import { DoorPage } from "../../../features/accounts/door-page.tsx";
import { IdentityButtons } from "../../../features/accounts/identity-buttons.tsx";
import { identityChoices } from "../../../features/accounts/identity-choices.ts";
import { loadDoor } from "../../../features/accounts/load-door.ts";
import { RegisterForm } from "../../../features/accounts/register-form.tsx";
import { registerWords } from "../../../features/accounts/register-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("registerTitle") };
}

/** Making an account, or why there is none to be made. */
export default async function RegisterPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string }>;
}) {
  const t = await getTranslations("accounts");
  const door = await loadDoor(searchParams);
  const { inviteToken, invitedTo } = door;
  const { title, text, isOpen } = registerWords({ ...door, isInvited: inviteToken !== null });
  const name = invitedTo ?? "";
  const signInLink = !door.firstAccount && (
    <>
      {t("haveAccount")}{" "}
      <DoorLink to="/sign-in" callbackUrl={door.callbackUrl}>
        {t("signInInstead")}
      </DoorLink>
    </>
  );
  return (
    <DoorPage title={t(title, { name })} text={t(text, { name })} foot={signInLink}>
      {isOpen && <RegisterForm callbackUrl={door.callbackUrl} inviteToken={inviteToken} />}
      {isOpen && <IdentityButtons choices={identityChoices()} callbackUrl={door.callbackUrl} />}
    </DoorPage>
  );
}
