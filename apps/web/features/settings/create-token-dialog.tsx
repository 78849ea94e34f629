"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopyField } from "../../components/copy-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { CreateTokenForm } from "./create-token-form.tsx";

/** What the dialog takes. */
interface CreateTokenDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Makes a token, then shows it once. */
export function CreateTokenDialog({ open, onOpenChange }: CreateTokenDialogProps) {
  const t = useTranslations("settings");
  const [token, setToken] = useState<string | null>(null);
  const change = (isOpen: boolean) => {
    onOpenChange(isOpen);
    setToken(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={token === null ? t("newToken") : t("tokenReady")}
      description={token === null ? t("tokensText") : t("tokenReadyText")}
    >
      {token === null ? (
        <CreateTokenForm onCancel={() => change(false)} onCreated={setToken} />
      ) : (
        <CopyField label={t("token")} value={token} onDone={() => change(false)} />
      )}
    </Dialog>
  );
}
