"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";

/** A token that was just made, to be copied: it is not shown again. */
export function NewToken({ token, onDone }: { token: string; onDone(): void }) {
  const t = useTranslations("settings");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      // Missing on plain http: then the token is copied by hand.
      await navigator.clipboard.writeText(token);
      setIsCopied(true);
    } catch {
      toast.error(t("copyFailed"));
    }
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <div className="grid gap-5">
      <TextField
        label={t("token")}
        value={token}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        className="font-mono [&_label]:font-sans"
      />
      <div className="flex justify-end gap-2">
        <Button onClick={copy}>
          <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
