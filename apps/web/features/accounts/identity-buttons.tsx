"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import type { IdentityChoice } from "./identity-choices.ts";
import { IdentityIcon } from "./identity-icon.tsx";
import { OtherWay } from "./other-way.tsx";
import { useLeaveForProvider } from "./use-leave-for-provider.ts";

/** What the buttons take. */
interface IdentityButtonsProps {
  choices: IdentityChoice[];
  callbackUrl: string | null;
}

/** Ways to go on without a password, under a form; nothing where the operator named no provider. */
export function IdentityButtons({ choices, callbackUrl }: IdentityButtonsProps) {
  const t = useTranslations("accounts");
  const { leave, leavingFor } = useLeaveForProvider(callbackUrl ?? "/");
  if (choices.length === 0) return null;
  return (
    <OtherWay>
      {choices.map(({ id, name }) => (
        <Button key={id} size="large" disabled={leavingFor !== null} onClick={() => leave(id)}>
          <IdentityIcon provider={id} />
          <span className="truncate">{t("continueWith", { provider: name })}</span>
        </Button>
      ))}
    </OtherWay>
  );
}
