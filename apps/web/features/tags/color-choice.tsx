"use client";

import { tagColors } from "@alcoves/core/tags/schema";
import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { useId } from "react";
import { TagDot } from "./tag-dot.tsx";

/** The palette, of which one colour holds; none is the one that is used least. */
export function ColorChoice({
  value,
  onChange,
}: {
  value: number | undefined;
  onChange(color: number): void;
}) {
  const t = useTranslations("tags");
  const labelId = useId();
  return (
    <div className="grid gap-1.5">
      <span id={labelId} className="font-[550] text-13">
        {t("color")}
      </span>
      <RadioGroup.Root
        aria-labelledby={labelId}
        value={value === undefined ? "" : String(value)}
        onValueChange={(next) => onChange(Number(next))}
        className="grid grid-cols-6 gap-1"
      >
        {tagColors.map((name, color) => (
          <RadioGroup.Item
            key={name}
            value={String(color)}
            aria-label={t(`colors.${name}`)}
            title={t(`colors.${name}`)}
            className="grid h-10 place-items-center rounded-control transition-colors duration-[120ms] hover:bg-panel data-[state=checked]:bg-selection data-[state=checked]:ring-1 data-[state=checked]:ring-accent data-[state=checked]:ring-inset"
          >
            <TagDot color={color} />
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
