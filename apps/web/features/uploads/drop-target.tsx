"use client";

import { FolderDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { toast } from "sonner";
import { droppedEntries, readDrop } from "./read-drop.ts";
import type { FoundFile, UploadTarget } from "./upload-entry.ts";

/** What the target takes. */
interface DropTargetProps {
  /** Null: nothing can be added here. */
  target: UploadTarget | null;
  /** Told many times for one drop, as its folders are read; `target` is where it was dropped. */
  onFiles(found: FoundFile[], target: UploadTarget): void;
}

/** Takes what is dropped anywhere on the page or pasted into it; while files hover, it fills the window and says where they go. */
export function DropTarget({ target, onFiles }: DropTargetProps) {
  const t = useTranslations("uploads");
  const [isOver, setIsOver] = useState(false);

  const take = useEffectEvent(async (transfer: DataTransfer) => {
    const dropped = droppedEntries(transfer);
    if (!target) return void toast.error(t("noTarget"));
    await readDrop(dropped, {
      onFound: (found) => onFiles(found, target),
      onUnreadable: (name) => toast.error(t("cannotRead", { name })),
    });
  });

  useEffect(() => {
    // Entering a child leaves its parent, in that order: the count is zero only outside of the window.
    let depth = 0;
    const onDragEnter = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      depth += 1;
      setIsOver(true);
    };
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    };
    const onDragLeave = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      depth = 0;
      setIsOver(false);
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      void take(event.dataTransfer);
    };
    const onPaste = (event: ClipboardEvent) => {
      const isText =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, [contenteditable]");
      if (isText || !hasFiles(event.clipboardData)) return;
      event.preventDefault();
      void take(event.clipboardData);
    };
    window.addEventListener("dragenter", onDragEnter);
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("dragleave", onDragLeave);
    window.addEventListener("drop", onDrop);
    window.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("dragenter", onDragEnter);
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("dragleave", onDragLeave);
      window.removeEventListener("drop", onDrop);
      window.removeEventListener("paste", onPaste);
    };
  }, []);

  if (!isOver || !target) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-[60] grid place-items-center bg-background/95 p-4">
      <div className="absolute inset-3 rounded-float border-2 border-accent border-dashed" />
      <div role="status" className="grid justify-items-center gap-3 text-center">
        <FolderDown aria-hidden="true" strokeWidth={1.5} className="size-12 text-accent" />
        <p className="font-semibold text-18">{t("dropInto", { name: target.name })}</p>
        <p className="text-14 text-muted">{t("dropKeeps")}</p>
      </div>
    </div>
  );
}

const hasFiles = (transfer: DataTransfer | null): transfer is DataTransfer =>
  transfer?.types.includes("Files") ?? false;
