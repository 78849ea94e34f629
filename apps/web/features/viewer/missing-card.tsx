"use client";

import { FileQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { StageCard, stageCardAction } from "./stage-card.tsx";

/** A file that is not there, or of which nothing can be learnt: why, and the way back. */
export function MissingCard({ reason, onClose }: { reason: string; onClose(): void }) {
  const t = useTranslations("viewer");
  return (
    <StageCard
      icon={<FileQuestion aria-hidden="true" strokeWidth={1.5} className="size-12" />}
      title={t("notHere")}
      text={reason}
    >
      <button
        type="button"
        onClick={onClose}
        className={`${stageCardAction} bg-accent text-on-accent hover:bg-accent/90`}
      >
        {t("back")}
      </button>
    </StageCard>
  );
}
