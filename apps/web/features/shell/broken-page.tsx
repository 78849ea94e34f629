"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { PlainPage } from "../../components/plain-page.tsx";

/** A page that could not be made, with a way to try again. The server's log has the reason; its words are not for people. */
export function BrokenPage({ onRetry }: { onRetry(): void }) {
  const t = useTranslations("errors");
  const app = useTranslations("app");
  return (
    <PlainPage title={t("brokenTitle")} text={t("brokenText")}>
      <Button variant="primary" onClick={onRetry}>
        {app("tryAgain")}
      </Button>
      <Button asChild>
        {/* A whole new page: what is broken may be the one that runs. */}
        <a href="/">{t("home")}</a>
      </Button>
    </PlainPage>
  );
}
