"use client";

import type { PasskeySummary } from "@alcoves/core/passkeys/schema";
import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { AddPasskeyDialog } from "./add-passkey-dialog.tsx";
import { RemovePasskeyDialog } from "./remove-passkey-dialog.tsx";
import { RenamePasskeyDialog } from "./rename-passkey-dialog.tsx";
import { usePasskeySupport } from "./use-passkey-support.ts";

/** What the section takes. */
interface PasskeySettingsProps {
  loaded: PasskeySummary[];
  /** Of the instance: passkeys are bound to it. */
  origin: string;
  hasPassword: boolean;
}

/** Which dialog is open. */
type Open = { act: "add" } | { act: "rename" | "remove"; passkey: PasskeySummary } | null;

/** The passkeys that open the account, with ways to add, rename and remove them; or why there are none here. */
export function PasskeySettings({ loaded, origin, hasPassword }: PasskeySettingsProps) {
  const t = useTranslations("passkeys");
  const trpc = useTRPC();
  const support = usePasskeySupport(origin);
  const { data: passkeys } = useQuery(trpc.passkeys.list.queryOptions(undefined, { initialData: loaded }));
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <SettingsSection
      title={t("title")}
      text={t("text")}
      action={
        support === "ready" && (
          <Button onClick={() => setOpen({ act: "add" })}>
            <Plus aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            {t("add")}
          </Button>
        )
      }
    >
      {support !== null && support !== "ready" && (
        <p className="mb-4 text-pretty text-13 text-muted">{t(`not.${support}`, { origin })}</p>
      )}
      {passkeys.length === 0 ? (
        support === "ready" && (
          <p className="flex items-center gap-3 rounded-card border border-line border-dashed px-4 py-5 text-muted">
            <KeyRound aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0" />
            {t("none")}
          </p>
        )
      ) : (
        <ul aria-label={t("title")} className="divide-y divide-line rounded-card border border-line">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.passkeyId}
              passkey={passkey}
              onAct={(act) => setOpen({ act, passkey })}
            />
          ))}
        </ul>
      )}
      {open?.act === "add" && <AddPasskeyDialog hasPassword={hasPassword} onClose={close} />}
      {open?.act === "rename" && <RenamePasskeyDialog passkey={open.passkey} onClose={close} />}
      {open?.act === "remove" && <RemovePasskeyDialog passkey={open.passkey} onClose={close} />}
    </SettingsSection>
  );
}

/** What a row takes. */
interface PasskeyRowProps {
  passkey: PasskeySummary;
  onAct(act: "rename" | "remove"): void;
}

function PasskeyRow({ passkey, onAct }: PasskeyRowProps) {
  const t = useTranslations("passkeys");
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const { name, createdAt, lastUsedAt } = passkey;
  const used = lastUsedAt ? t("usedOn", { date: day(lastUsedAt) }) : t("neverUsed");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
      <KeyRound aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0 text-muted" />
      <div className="min-w-40 flex-1">
        <p className="truncate font-[550]">{name}</p>
        <p className="text-13 text-muted">{`${t("addedOn", { date: day(createdAt) })} · ${used}`}</p>
      </div>
      <div className="-mr-2 flex gap-1 max-sm:ml-5">
        <Button variant="quiet" aria-label={t("renameNamed", { name })} onClick={() => onAct("rename")}>
          {t("rename")}
        </Button>
        <Button
          variant="quiet"
          aria-label={t("removeNamed", { name })}
          className="text-failed"
          onClick={() => onAct("remove")}
        >
          {t("remove")}
        </Button>
      </div>
    </li>
  );
}
