"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "./button.tsx";
import { TextField } from "./text-field.tsx";

/** What a field to copy takes. */
interface CopyFieldProps {
  label: string;
  value: string;
  onDone(): void;
}

/** A secret that was just made, to be copied: it is not shown again. */
export function CopyField({ label, value, onDone }: CopyFieldProps) {
  const t = useTranslations("app");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      // Missing on plain http: then it is copied by hand.
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
    } catch {
      toast.error(t("copyFailed"));
    }
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <div className="grid gap-5">
      <TextField
        label={label}
        value={value}
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
