import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoorLink } from "../../../../features/accounts/door-link.tsx";
import { DoorPage } from "../../../../features/accounts/door-page.tsx";
import { loadReset } from "../../../../features/accounts/load-reset.ts";
import { ResetPasswordForm } from "../../../../features/accounts/reset-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("resetTitle"), referrer: "no-referrer" };
}

/** Setting a new password by a link. Looking at the page uses nothing up. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getTranslations("accounts");
  const { token } = await params;
  const reset = await loadReset(token);
  if (reset.kind === "good") return <ResetPasswordForm token={token} email={reset.email} />;
  const again = (
    <DoorLink to="/forgot" callbackUrl={null}>
      {t("askAgain")}
    </DoorLink>
  );
  const text = reset.kind === "limited" ? reset.message : t("resetGoneText");
  return <DoorPage title={t("resetGoneTitle")} text={text} foot={again} />;
}
