"use client";

import type { SecondFactor } from "@alcoves/core/second-factor/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { DisableDialog } from "./disable-dialog.tsx";
import { RenewCodesDialog } from "./renew-codes-dialog.tsx";
import { SetUpDialog } from "./set-up-dialog.tsx";

const dialogs = { "set up": SetUpDialog, renew: RenewCodesDialog, disable: DisableDialog } as const;

/** Fewer recovery codes than these are a reason to make new ones. */
const fewCodes = 3;

/** Whether signing in takes a code of an app, with ways to switch that on and off. */
export function SecondFactorSettings({ loaded }: { loaded: SecondFactor }) {
  const t = useTranslations("secondFactor");
  const format = useFormatter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: factor } = useQuery(trpc.secondFactor.get.queryOptions(undefined, { initialData: loaded }));
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const OpenDialog = open && dialogs[open];
  const close = () => {
    setOpen(null);
    void queryClient.invalidateQueries(trpc.secondFactor.get.queryFilter());
  };
  const left = factor.recoveryCodesLeft;
  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      action={!factor.enabledAt && <Button onClick={() => setOpen("set up")}>{t("setUp")}</Button>}
    >
      {factor.enabledAt ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-line px-4 py-3">
          <ShieldCheck aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-ready" />
          <div className="min-w-48 flex-1">
            <p className="font-[550]">
              {t("onSince", { date: format.dateTime(factor.enabledAt, { dateStyle: "medium" }) })}
            </p>
            <p className={left < fewCodes ? "text-13 text-failed" : "text-13 text-muted"}>
              {t("codesLeft", { count: left })}
            </p>
          </div>
          <div className="-mr-2 flex flex-wrap gap-1 max-sm:ml-5">
            <Button variant="quiet" onClick={() => setOpen("renew")}>
              {t("renew")}
            </Button>
            <Button variant="quiet" className="text-failed" onClick={() => setOpen("disable")}>
              {t("disable")}
            </Button>
          </div>
        </div>
      ) : (
        <p className="text-pretty text-13 text-muted">{t("offText")}</p>
      )}
      {OpenDialog && <OpenDialog hasPassword={factor.hasPassword} onClose={close} />}
    </SettingsSection>
  );
}
