import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoorLink } from "../../../features/accounts/door-link.tsx";
import { DoorPage } from "../../../features/accounts/door-page.tsx";
import { ForgotForm } from "../../../features/accounts/forgot-form.tsx";
import { serverCaller } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("forgotTitle") };
}

/** Asking for a link to set a new password, or whom to ask where no mail is sent. */
export default async function ForgotPage() {
  const t = await getTranslations("accounts");
  const caller = await serverCaller();
  const { sendsMail } = await caller.accounts.registration();
  if (sendsMail) return <ForgotForm />;
  const back = (
    <DoorLink to="/sign-in" callbackUrl={null}>
      {t("backToSignIn")}
    </DoorLink>
  );
  return <DoorPage title={t("forgotTitle")} text={t("forgotNoMail")} foot={back} />;
}
