"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { TextField } from "../../components/text-field.tsx";

/** A token that was just made, to be copied: it is not shown again. */
export function NewToken({ token, onDone }: { token: string; onDone(): void }) {
  const t = useTranslations("settings");
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
        <CopyButton text={token} />
        <Button variant="primary" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
