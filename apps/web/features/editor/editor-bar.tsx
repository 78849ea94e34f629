"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { ArrowLeft, Keyboard, Redo2, Save, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../components/button.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { formatDuration } from "../files/format-file.ts";

/** What the bar takes. */
interface EditorBarProps {
  file: FileDetails;
  changeCount: number;
  isSaving: boolean;
  /** Null where there is nothing to take back. */
  onUndo: (() => void) | null;
  onRedo: (() => void) | null;
  onSave(): void;
  onHelp(): void;
  onLeave(): void;
}

/** The bar over the editor: the way back, what is edited, and what is to be saved. */
export function EditorBar({ file, changeCount, isSaving, ...on }: EditorBarProps) {
  const t = useTranslations("editor");
  const icon = { "aria-hidden": true, strokeWidth: 1.75, className: "size-[18px]" } as const;
  const short = Math.min(file.widthPx ?? 0, file.heightPx ?? 0);
  const facts = [formatDuration(file.durationMs ?? 0), short > 0 ? `${short}p` : null];
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-line border-b px-3">
      <IconButton label={t("back")} onClick={on.onLeave}>
        <ArrowLeft {...icon} />
      </IconButton>
      <h1 className="ml-1 min-w-0 truncate font-semibold text-15">{file.name}</h1>
      <p className="ml-2 shrink-0 text-13 text-muted tabular-nums max-sm:hidden">
        {facts.filter((fact) => fact !== null).join(" · ")}
      </p>
      <span className="flex-1" />
      <IconButton label={t("undo")} disabled={!on.onUndo} onClick={() => on.onUndo?.()}>
        <Undo2 {...icon} />
      </IconButton>
      <IconButton
        label={t("redo")}
        disabled={!on.onRedo}
        onClick={() => on.onRedo?.()}
        className="max-sm:hidden"
      >
        <Redo2 {...icon} />
      </IconButton>
      <IconButton label={t("help")} onClick={on.onHelp} className="max-sm:hidden">
        <Keyboard {...icon} />
      </IconButton>
      <Button
        variant={changeCount > 0 ? "primary" : "outline"}
        disabled={changeCount === 0 || isSaving}
        onClick={on.onSave}
        className="ml-2"
      >
        <Save {...icon} />
        {changeCount > 0 ? t("save", { count: changeCount }) : t("allSaved")}
      </Button>
    </header>
  );
}
