import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { PlainPage } from "../../components/plain-page.tsx";

/** What is not there, and what is not for the reader: the two are not told apart. */
export function NotFoundPage() {
  const t = useTranslations("errors");
  return (
    <PlainPage title={t("notFoundTitle")} text={t("notFoundText")}>
      <Button asChild variant="primary">
        <Link href="/">{t("home")}</Link>
      </Button>
    </PlainPage>
  );
}
