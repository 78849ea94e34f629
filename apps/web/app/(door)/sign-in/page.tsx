import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoorLink } from "../../../features/accounts/door-link.tsx";
import { DoorPage } from "../../../features/accounts/door-page.tsx";
import { IdentityButtons } from "../../../features/accounts/identity-buttons.tsx";
import { identityChoices } from "../../../features/accounts/identity-choices.ts";
import { IdentityError } from "../../../features/accounts/identity-error.tsx";
import { loadDoor } from "../../../features/accounts/load-door.ts";
import { registerWords } from "../../../features/accounts/register-words.ts";
import { SignInForm } from "../../../features/accounts/sign-in-form.tsx";
import { inProcess } from "../../../server/in-process.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("signIn") };
}

/** Signing in. An instance without accounts has nobody to sign in: it leads to making the first. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string; error?: string }>;
}) {
  const t = await getTranslations("accounts");
  const door = await loadDoor(searchParams);
  const { callbackUrl, error, firstAccount, inviteToken, sendsMail } = door;
  if (firstAccount) redirect("/register");
  const { isOpen } = registerWords({ ...door, isInvited: inviteToken !== null });
  const registerLink = isOpen && (
    <>
      {t("noAccount")}{" "}
      <DoorLink to="/register" callbackUrl={callbackUrl}>
        {t("registerLink")}
      </DoorLink>
    </>
  );
  return (
    <DoorPage title={t("signInTitle")} text={t("signInText")} foot={registerLink}>
      <IdentityError error={error} />
      <SignInForm callbackUrl={callbackUrl} origin={inProcess().origin} sendsMail={sendsMail} />
      <IdentityButtons choices={identityChoices()} callbackUrl={callbackUrl} />
    </DoorPage>
  );
}
