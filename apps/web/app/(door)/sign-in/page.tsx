import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoorLink } from "../../../features/accounts/door-link.tsx";
import { DoorPage } from "../../../features/accounts/door-page.tsx";
import { loadDoor } from "../../../features/accounts/load-door.ts";
import { SignInForm } from "../../../features/accounts/sign-in-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("signIn") };
}

/** Signing in. An instance without accounts has nobody to sign in: it leads to making the first. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string }>;
}) {
  const t = await getTranslations("accounts");
  const { callbackUrl, mode, firstAccount, sendsMail } = await loadDoor(searchParams);
  if (firstAccount) redirect("/register");
  const registerLink = mode === "open" && (
    <>
      {t("noAccount")}{" "}
      <DoorLink to="/register" callbackUrl={callbackUrl}>
        {t("registerLink")}
      </DoorLink>
    </>
  );
  return (
    <DoorPage title={t("signInTitle")} text={t("signInText")} foot={registerLink}>
      <SignInForm callbackUrl={callbackUrl} sendsMail={sendsMail} />
    </DoorPage>
  );
}
