import { useTranslations } from "next-intl";
import { PlainPage } from "../../../../components/plain-page.tsx";

/** A link that opens nothing: made up, expired, revoked or switched off. Which of these is told to nobody. */
export default function ShareNotFound() {
  const t = useTranslations("shares");
  return (
    <main className="flex min-h-dvh flex-col">
      <PlainPage title={t("goneTitle")} text={t("goneText")} />
    </main>
  );
}
