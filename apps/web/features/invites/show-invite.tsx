"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "../../components/copy-button.tsx";
import { QrCode } from "../../components/qr-code.tsx";
import { TextField } from "../../components/text-field.tsx";
import { inviteLink } from "./invite-link.ts";

/** An invite's link, to be copied or held before a camera. */
export function ShowInvite({ token }: { token: string }) {
  const t = useTranslations("invites");
  const link = inviteLink(token);
  return (
    <div className="grid gap-5">
      <div className="grid justify-center">
        <QrCode text={link} label={t("qr")} />
      </div>
      <TextField
        label={t("link")}
        value={link}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <div className="flex justify-end">
        <CopyButton text={link} />
      </div>
    </div>
  );
}
