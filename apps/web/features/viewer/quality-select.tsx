"use client";

import type { FileSource } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { qualityValue } from "./remembered-quality.ts";
import { StageSelect } from "./stage-select.tsx";
import type { useSources } from "./use-sources.ts";

/** What the choice takes. */
interface QualitySelectProps {
  sources: readonly FileSource[];
  playing: Pick<ReturnType<typeof useSources>, "quality" | "levels" | "choose">;
}

/** Which source of a file plays, and of a stream which size; nothing where there is no choice. */
export function QualitySelect({ sources, playing: { quality, levels, choose } }: QualitySelectProps) {
  const t = useTranslations("viewer");
  if (sources.length < 2) return null;
  return (
    <StageSelect label={t("quality")} value={qualityValue(quality)} onChange={choose}>
      {sources.map(({ source: name }) => (
        <option key={name} value={name}>
          {t(`source.${name}`)}
        </option>
      ))}
      {levels.map((name) => (
        <option key={name} value={qualityValue({ source: "hls", level: name })}>
          {t("streamLevel", { name })}
        </option>
      ))}
    </StageSelect>
  );
}
