"use client";

import type { Exposed } from "@alcoves/core/shares/schema";
import { useTranslations } from "next-intl";
import { SwitchField } from "../../components/switch-field.tsx";

/** What a new link shows beside pictures, videos and sound. */
export const nothingExposed: Exposed = { originals: false, metadata: false, location: false };

/** Chooses what visitors get. Originals hold all the rest, so they switch it on. */
export function ExposedFields({ exposes, onChange }: { exposes: Exposed; onChange(exposes: Exposed): void }) {
  const t = useTranslations("shares");
  const { originals, metadata, location } = exposes;
  return (
    <fieldset className="rounded-card border border-line px-3.5 pb-1">
      <legend className="px-1 text-13 text-muted">{t("whatVisitorsGet")}</legend>
      <p className="pt-1 text-13 text-muted">{t("alwaysGet")}</p>
      <SwitchField
        label={t("metadata")}
        description={t("metadataText")}
        checked={metadata}
        disabled={originals}
        onChange={(isOn) => onChange({ ...exposes, metadata: isOn })}
      />
      <SwitchField
        label={t("location")}
        description={t("locationText")}
        checked={location}
        disabled={originals}
        onChange={(isOn) => onChange({ ...exposes, location: isOn })}
      />
      <SwitchField
        label={t("originals")}
        description={t("originalsText")}
        checked={originals}
        onChange={(isOn) =>
          onChange(isOn ? { originals: true, metadata: true, location: true } : nothingExposed)
        }
      />
    </fieldset>
  );
}
