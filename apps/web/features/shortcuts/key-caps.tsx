"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { isApple } from "./apple.ts";

/** A chord as the caps of its keys. */
export function KeyCaps({ chord }: { chord: string }) {
  const t = useTranslations("shortcuts");
  // The server cannot know: the first paint has Ctrl everywhere.
  const [onApple, setOnApple] = useState(false);
  useEffect(() => setOnApple(isApple()), []);
  const words: Record<string, string> = {
    Mod: onApple ? "⌘" : t("key.ctrl"),
    Shift: t("key.shift"),
    Space: t("key.space"),
    Delete: t("key.delete"),
    Escape: t("key.escape"),
    Enter: t("key.enter"),
    Plus: "+",
    ArrowLeft: "←",
    ArrowRight: "→",
    ArrowUp: "↑",
    ArrowDown: "↓",
  };
  return (
    <span className="inline-flex gap-1">
      {chord.split("+").map((key) => (
        <kbd
          key={key}
          className="min-w-6 rounded-[5px] border border-line bg-panel px-1.5 py-px text-center font-sans text-12 text-muted"
        >
          {words[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}
