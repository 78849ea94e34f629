"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { EmojiSearch } from "./emoji-search.tsx";

const suggestions = [
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
];

/** The picture of a library: one of a few suggestions, or any emoji there is. */
export function EmojiChoice({ value, onChange }: { value: string; onChange(emoji: string): void }) {
  const t = useTranslations("libraries");
  const [isSearching, setIsSearching] = useState(false);
  const shown = suggestions.includes(value) ? suggestions : [value, ...suggestions.slice(0, -1)];
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
        {shown.map((emoji) => (
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
      {isSearching ? (
        <EmojiSearch
          onPick={(emoji) => {
            onChange(emoji);
            setIsSearching(false);
          }}
          onClose={() => setIsSearching(false)}
        />
      ) : (
        <Button variant="quiet" className="justify-self-start" onClick={() => setIsSearching(true)}>
          <Search aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
          {t("emojiMore")}
        </Button>
      )}
    </div>
  );
}
