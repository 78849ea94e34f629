"use client";

import clsx from "clsx";
import { EmojiPicker, type EmojiPickerListProps } from "frimousse";
import { useTranslations } from "next-intl";
import type { AriaAttributes } from "react";
import { inputLook } from "../../components/text-field.tsx";
import { loadEmojis } from "./load-emojis.ts";

/** What the search takes. */
interface EmojiSearchProps {
  onPick(emoji: string): void;
  onClose(): void;
}

/** Every emoji, found by what it shows; arrows and Enter choose, Escape closes. */
export function EmojiSearch({ onPick, onClose }: EmojiSearchProps) {
  const t = useTranslations("libraries");
  return (
    <EmojiPicker.Root
      columns={8}
      resolveEmojiData={loadEmojis}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      data-own-escape=""
      className="grid max-w-[400px] gap-2"
    >
      <EmojiPicker.Search
        autoFocus
        aria-label={t("emojiSearch")}
        placeholder={t("emojiSearch")}
        className={clsx(inputLook, "h-11")}
      />
      {/* A stop of its own for who scrolls by keys. */}
      <EmojiPicker.Viewport tabIndex={0} className="h-60 rounded-control border border-line bg-background">
        <EmojiPicker.Loading className="absolute inset-0 grid place-items-center text-13 text-muted">
          {t("emojiLoading")}
        </EmojiPicker.Loading>
        <EmojiPicker.Empty className="absolute inset-0 grid place-items-center text-13 text-muted">
          {t("emojiNone")}
        </EmojiPicker.Empty>
        <EmojiPicker.List className="select-none pb-1" components={parts} />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}

const parts: EmojiPickerListProps["components"] = {
  CategoryHeader: ({ category, ...rest }) => (
    <div {...rest} className="bg-background px-3 py-1.5 font-[550] text-13 text-muted first-letter:uppercase">
      {category.label}
    </div>
  ),
  Row: ({ children, ...rest }) => (
    <div {...countingFromOne(rest)} className="scroll-my-1 px-1">
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...rest }) => (
    <button
      {...countingFromOne(rest)}
      type="button"
      className="grid aspect-square flex-1 place-items-center rounded-control text-18 data-[active]:bg-selection"
    >
      {emoji.emoji}
    </button>
  ),
};

/** ARIA counts rows and columns from one; frimousse counts from zero. */
function countingFromOne<Props extends AriaAttributes>(props: Props): Props {
  const { "aria-rowindex": row, "aria-colindex": column } = props;
  return {
    ...props,
    ...(row !== undefined && { "aria-rowindex": row + 1 }),
    ...(column !== undefined && { "aria-colindex": column + 1 }),
  };
}
