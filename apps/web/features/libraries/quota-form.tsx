"use client";

import type { LibrarySettings, LibrarySummary } from "@alcoves/core/libraries/schema";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { formatBytes } from "../files/format-file.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { readQuota, writeQuota } from "./quota.ts";

/** How much a library may hold. */
export function QuotaForm({ library, settings }: { library: LibrarySummary; settings: LibrarySettings }) {
  const t = useTranslations("libraries");
  const trpc = useTRPC();
  const [text, setText] = useState(writeQuota(settings.quotaBytes));
  const quotaBytes = readQuota(text);
  const { mutate, isPending } = useMutation(
    trpc.libraries.update.mutationOptions({
      onSuccess: () => toast.success(t("saved")),
      onError: (error) => toast.error(error.message),
    }),
  );
  return (
    <SettingsSection title={t("quota")} text={t("quotaText", { used: formatBytes(library.sizeBytes) })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (quotaBytes !== undefined) mutate({ libraryId: library.libraryId, quotaBytes });
        }}
        className="flex items-end gap-3"
      >
        <TextField
          label={t("quotaField")}
          inputMode="decimal"
          placeholder={t("quotaNone")}
          value={text}
          error={quotaBytes === undefined ? t("quotaWrong") : undefined}
          onChange={(event) => setText(event.target.value)}
          className="max-w-56 flex-1"
        />
        <Button type="submit" size="large" disabled={isPending || quotaBytes === undefined}>
          {t("save")}
        </Button>
      </form>
    </SettingsSection>
  );
}
