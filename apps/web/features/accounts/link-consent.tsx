import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";

/** Asks the account that is signed in whether an identity may sign in to it: a plain form, which works without scripts. */
export function LinkConsent({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations("accounts");
  return (
    <form method="post" action="/api/auth/link" className="grid gap-2.5">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Button type="submit" variant="primary" size="large">
        {t("connect")}
      </Button>
      <Button asChild size="large">
        <a href={callbackUrl}>{t("notNow")}</a>
      </Button>
    </form>
  );
}
