"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "./button.tsx";

/** Copies a text, and says that it did. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations("app");
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      // Missing on plain http: then it is copied by hand.
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      toast.error(t("copyFailed"));
    }
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <Button onClick={copy}>
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
      <span aria-live="polite">{isCopied ? t("copied") : t("copy")}</span>
    </Button>
  );
}
