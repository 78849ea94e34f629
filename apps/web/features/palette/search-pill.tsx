"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "../../components/icon-button.tsx";
import { useShell } from "../shell/shell-context.ts";
import { usePalette } from "./use-palette.ts";

/** What looks like a search field in the middle of the top bar and opens the palette; an icon where the bar has no room for it. */
export function SearchPill() {
  const t = useTranslations("palette");
  const { setIsOpen } = usePalette();
  const isKeyboardOn = useShell()?.me.isKeyboardOn ?? false;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        className="flex h-9 min-w-44 max-w-[560px] flex-[2_1_0] items-center gap-2.5 rounded-full border border-line bg-panel px-3.5 text-left text-muted transition-colors duration-[120ms] hover:border-muted max-lg:hidden"
      >
        <Search aria-hidden="true" strokeWidth={1.75} className="size-[18px] shrink-0" />
        <span className="min-w-0 flex-1 truncate">{t("pill")}</span>
        {isKeyboardOn && (
          <span aria-hidden="true" className="rounded-[5px] border border-line px-1.5 text-12 leading-[18px]">
            /
          </span>
        )}
      </button>
      <IconButton
        label={t("pill")}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        className="lg:hidden"
      >
        <Search aria-hidden="true" strokeWidth={1.75} className="size-5" />
      </IconButton>
    </>
  );
}
