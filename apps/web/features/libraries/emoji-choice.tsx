"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";

const emojis = [
  "🏡",
  "🎞️",
  "🌄",
  "🏔️",
  "🌊",
  "🌸",
  "🐾",
  "👶",
  "🎂",
  "💍",
  "🎓",
  "🎸",
  "⚽",
  "✈️",
  "🗂️",
  "💼",
] as const;

/** The picture of a library, out of a few. */
export function EmojiChoice({ value, onChange }: { value: string; onChange(emoji: string): void }) {
  const t = useTranslations("libraries");
  return (
    <div className="grid gap-1.5">
      <span id="library-emoji" className="font-[550] text-13">
        {t("emoji")}
      </span>
      <RadioGroup.Root
        aria-labelledby="library-emoji"
        value={value}
        onValueChange={onChange}
        className="grid max-w-[400px] grid-cols-8 gap-1 max-[400px]:grid-cols-6"
      >
        {emojis.map((emoji) => (
          <RadioGroup.Item
            key={emoji}
            value={emoji}
            aria-label={emoji}
            className="grid aspect-square place-items-center rounded-control text-18 transition-colors duration-[120ms] hover:bg-panel data-[state=checked]:bg-selection data-[state=checked]:ring-1 data-[state=checked]:ring-accent data-[state=checked]:ring-inset"
          >
            {emoji}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
