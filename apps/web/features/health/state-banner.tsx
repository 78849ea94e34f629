"use client";

import { CloudOff, Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "../../components/banner.tsx";
import { Button } from "../../components/button.tsx";
import { useInstanceState } from "./use-instance-state.ts";

/** Says when one is offline, when the server does not answer and when a part of it is missing. Nothing while all is well. */
export function StateBanner() {
  const t = useTranslations("health");
  const app = useTranslations("app");
  const { state, askAgain } = useInstanceState();
  const icon = <CloudOff aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />;
  switch (state.kind) {
    case "well":
      return null;
    case "offline":
      return (
        <Banner tone="alarm" icon={icon}>
          {t("offline")}
        </Banner>
      );
    case "unreachable":
      return (
        <Banner
          tone="alarm"
          icon={icon}
          action={
            <Button variant="quiet" onClick={askAgain} className="h-8">
              {app("tryAgain")}
            </Button>
          }
        >
          {t("unreachable")}
        </Banner>
      );
    case "paused":
      return (
        <Banner icon={<Hourglass aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />}>
          {t("paused", { parts: state.missing.join(", "), count: state.missing.length })}
        </Banner>
      );
  }
}
