"use client";

import type { DuplicateGroup } from "@alcoves/core/duplicates/schema";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";

/** What a heading takes. */
interface GroupHeadingProps {
  group: DuplicateGroup;
  isPending: boolean;
  /** Null for those who may not decide. */
  onKeepAll: (() => void) | null;
}

/** Over a group of duplicates: what they are to each other, and the way to keep all of them. */
export function GroupHeading({ group, isPending, onKeepAll }: GroupHeadingProps) {
  const t = useTranslations("duplicates");
  const count = group.files.length;
  return (
    <div className="flex w-full items-center gap-3">
      <h2 className="min-w-0 flex-1 truncate font-semibold text-15">
        {group.isExact ? t("same", { count }) : t("alike", { count })}
      </h2>
      {onKeepAll && (
        <Button
          variant="quiet"
          disabled={isPending}
          onClick={onKeepAll}
          aria-label={t("keepAllOf", { count })}
          className="h-8"
        >
          {t("keepAll")}
        </Button>
      )}
    </div>
  );
}
