"use client";

import {
  ChevronLeft,
  ChevronRight,
  Download,
  Heart,
  Info,
  Keyboard,
  Scissors,
  Trash2,
  X,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "../../components/icon-button.tsx";

/** What the bar takes. */
interface ViewerBarProps {
  name: string;
  /** "12 of 340"; null when the file's place is not known. */
  place: string | null;
  downloadUrl: string | undefined;
  /** Where moments are made of it; null for what has none. */
  editorHref: string | null;
  isInfoOpen: boolean;
  isShown: boolean;
  /** What the page under it does with the file. */
  actions: ReactNode;
  isFavourite: boolean;
  /** Null while nothing is known of the file. */
  onFavourite: (() => void) | null;
  /** Null for a file that the reader may not throw away. */
  onTrash: (() => void) | null;
  /** Null for a file of which nothing is said. */
  onInfo: (() => void) | null;
  onShortcuts(): void;
  onClose(): void;
}

/** The thin bar over the stage: where one is, and what can be done with the file. */
export function ViewerBar({
  name,
  place,
  downloadUrl,
  editorHref,
  isInfoOpen,
  isShown,
  ...on
}: ViewerBarProps) {
  const t = useTranslations("viewer");
  return (
    <div
      data-chrome=""
      className={`absolute inset-x-0 top-0 z-10 flex items-center gap-1 bg-gradient-to-b from-black/75 to-transparent px-2 pt-2 pb-8 text-white transition-opacity duration-150 motion-reduce:transition-none ${isShown ? "opacity-100" : "opacity-0 pointer-coarse:pointer-events-none focus-within:opacity-100"}`}
    >
      <IconButton variant="stage" label={t("close")} onClick={on.onClose}>
        <X aria-hidden="true" className="size-5" />
      </IconButton>
      <p className="ml-1 min-w-0 truncate font-[550] text-14">{name}</p>
      {place && (
        <p className="ml-2 shrink-0 text-13 text-white/75 tabular-nums max-[380px]:hidden">{place}</p>
      )}
      <span className="flex-1" />
      {on.actions}
      <IconButton variant="stage" label={t("shortcuts")} onClick={on.onShortcuts} className="max-md:hidden">
        <Keyboard aria-hidden="true" className="size-[18px]" />
      </IconButton>
      {on.onFavourite && (
        <IconButton
          variant="stage"
          label={t("favourite")}
          aria-pressed={on.isFavourite}
          onClick={on.onFavourite}
        >
          <Heart aria-hidden="true" className={`size-[18px] ${on.isFavourite ? "fill-current" : ""}`} />
        </IconButton>
      )}
      {editorHref && (
        <Link
          href={editorHref}
          aria-label={t("edit")}
          title={t("edit")}
          className="grid size-10 shrink-0 place-items-center rounded-full text-white hover:bg-white/15 focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-2"
        >
          <Scissors aria-hidden="true" className="size-[18px]" />
        </Link>
      )}
      {downloadUrl && (
        <a
          href={downloadUrl}
          download
          aria-label={t("download")}
          title={t("download")}
          className="grid size-10 shrink-0 place-items-center rounded-full hover:bg-white/15 focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-2"
        >
          <Download aria-hidden="true" className="size-[18px]" />
        </a>
      )}
      {on.onTrash && (
        <IconButton variant="stage" label={t("trash")} onClick={on.onTrash}>
          <Trash2 aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
      {on.onInfo && (
        <IconButton variant="stage" label={t("info")} aria-pressed={isInfoOpen} onClick={on.onInfo}>
          <Info aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
    </div>
  );
}

/** The buttons at both sides that turn to the file before and after. */
export function TurnButtons({
  isShown,
  onBefore,
  onAfter,
}: {
  isShown: boolean;
  onBefore: (() => void) | null;
  onAfter: (() => void) | null;
}) {
  const t = useTranslations("viewer");
  const side = `absolute top-1/2 z-10 -translate-y-1/2 bg-black/45 transition-opacity duration-150 motion-reduce:transition-none ${isShown ? "opacity-100" : "opacity-0 pointer-coarse:pointer-events-none focus-visible:opacity-100"}`;
  return (
    <div data-chrome="">
      {onBefore && (
        <IconButton variant="stage" label={t("before")} onClick={onBefore} className={`${side} left-3`}>
          <ChevronLeft aria-hidden="true" className="size-6" />
        </IconButton>
      )}
      {onAfter && (
        <IconButton variant="stage" label={t("after")} onClick={onAfter} className={`${side} right-3`}>
          <ChevronRight aria-hidden="true" className="size-6" />
        </IconButton>
      )}
    </div>
  );
}
