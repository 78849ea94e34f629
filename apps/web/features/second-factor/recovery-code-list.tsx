"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";

/** Recovery codes that were just made, to be kept: they are not shown again. */
export function RecoveryCodeList({ codes, onDone }: { codes: string[]; onDone(): void }) {
  const t = useTranslations("secondFactor");
  const text = `${codes.join("\n")}\n`;
  return (
    <div className="grid gap-5">
      <ul
        aria-label={t("codes")}
        className="grid grid-cols-2 gap-x-6 gap-y-2 rounded-card border border-line bg-background px-5 py-4 font-mono text-15 tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2">
        <CopyButton text={text} />
        <Button asChild>
          <a href={`data:text/plain,${encodeURIComponent(text)}`} download="alcoves-recovery-codes.txt">
            <Download aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            {t("download")}
          </a>
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t("kept")}
        </Button>
      </div>
    </div>
  );
}
