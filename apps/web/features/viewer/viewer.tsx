"use client";

import type { FileSummary } from "@alcoves/core/files/schema";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useShell } from "../shell/shell-context.ts";
import { useTrash } from "../trash/use-trash.ts";
import { FileStage } from "./file-stage.tsx";
import { InfoPanel } from "./info-panel.tsx";
import { previewsAround } from "./neighbours.ts";
import { isCharacterKey } from "./player-keys.ts";
import { ShortcutList } from "./shortcut-list.tsx";
import { useChrome } from "./use-chrome.ts";
import { useFileDetails } from "./use-file-details.ts";
import { TurnButtons, ViewerBar } from "./viewer-bar.tsx";

/** What the viewer takes. */
export interface ViewerProps {
  libraryId: string;
  /** The open file; null closes the viewer. */
  fileId: string | null;
  /** The files as they lie in the grid, as far as they are loaded. */
  files: readonly FileSummary[];
  hasMore: boolean;
  loadMore(): void;
  onTurn(fileId: string): void;
  onClose(): void;
  /** The viewer is gone: the focus goes back to the tile of the file that was open last. */
  onClosed(fileId: string): void;
}

/** The overlay that shows one file after another over the grid. Always dark. */
export function Viewer(props: ViewerProps) {
  const { fileId, onClose, onClosed } = props;
  const content = useRef<HTMLDivElement>(null);
  const lastFileId = useRef<string | null>(null);
  if (fileId !== null) lastFileId.current = fileId;
  return (
    <Dialog.Root open={fileId !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          ref={content}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (lastFileId.current !== null) onClosed(lastFileId.current);
          }}
          // Undo in a message over the viewer does not close it.
          onInteractOutside={(event) => {
            if (event.target instanceof Element && event.target.closest("[data-sonner-toaster]"))
              event.preventDefault();
          }}
          className="dark fixed inset-0 z-50 flex bg-black text-white outline-none [color-scheme:dark]"
        >
          {fileId !== null && <ViewerContent {...props} fileId={fileId} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function ViewerContent({
  libraryId,
  fileId,
  files,
  hasMore,
  loadMore,
  onTurn,
  onClose,
}: ViewerProps & { fileId: string }) {
  const t = useTranslations("viewer");
  const chrome = useChrome();
  const isKeyboardOn = useShell()?.me.isKeyboardOn ?? true;
  const [panel, setPanel] = useState<"info" | "shortcuts" | null>(null);
  const { details, error } = useFileDetails({ libraryId, fileId });
  const index = files.findIndex((file) => file.fileId === fileId);
  const file = files[index] ?? details;
  const toggle = (which: "info" | "shortcuts") => setPanel((open) => (open === which ? null : which));

  usePreload(previewsAround(files, index));
  useEffect(() => {
    if (index >= files.length - 3) loadMore();
  }, [index, files.length, loadMore]);

  const turn = (step: 1 | -1) => {
    const next = index === -1 ? undefined : files[index + step];
    return next ? () => onTurn(next.fileId) : null;
  };
  const { trash } = useTrash(libraryId);
  const throwAway = details?.mayTrash
    ? () => {
        (turn(1) ?? turn(-1) ?? onClose)();
        trash([fileId]);
      }
    : null;
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    chrome.show();
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isKeyboardOn && isCharacterKey(event.key)) return;
    const actions: Record<string, (() => void) | null> = {
      ArrowLeft: turn(-1),
      ArrowRight: turn(1),
      PageUp: turn(-1),
      PageDown: turn(1),
      Delete: throwAway,
      i: () => toggle("info"),
      "?": () => toggle("shortcuts"),
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
    if (!action || (event.target instanceof HTMLElement && event.target.matches("input, select, pre")))
      return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);

  const total = hasMore ? `${files.length}+` : String(files.length);
  return (
    <div
      className="flex min-w-0 flex-1 max-md:flex-col"
      onPointerMove={chrome.show}
      onPointerDown={chrome.show}
    >
      <Dialog.Title className="sr-only">{file?.name ?? t("title")}</Dialog.Title>
      <div
        className={`relative min-h-0 min-w-0 flex-1 overflow-hidden ${chrome.isShown ? "" : "cursor-none"}`}
      >
        {file ? (
          <FileStage
            key={fileId}
            onSwipe={(step) => turn(step)?.()}
            onSwipeDown={onClose}
            isChromeShown={chrome.isShown}
            queue={{ before: turn(-1), after: turn(1) }}
            {...{ file, details, libraryId }}
          />
        ) : (
          error && (
            <p className="absolute inset-0 grid place-items-center p-6 text-center text-white/80">
              {error.message}
            </p>
          )
        )}
        <ViewerBar
          name={file?.name ?? ""}
          place={index === -1 ? null : t("place", { place: index + 1, total })}
          downloadUrl={details?.downloadUrl}
          isInfoOpen={panel === "info"}
          isShown={chrome.isShown}
          onTrash={throwAway}
          onInfo={() => toggle("info")}
          onShortcuts={() => toggle("shortcuts")}
          onClose={onClose}
        />
        <TurnButtons isShown={chrome.isShown} onBefore={turn(-1)} onAfter={turn(1)} />
        {panel === "shortcuts" && <ShortcutList />}
      </div>
      {panel === "info" && details && (
        <InfoPanel file={details} libraryId={libraryId} onClose={() => setPanel(null)} />
      )}
    </div>
  );
}

/** Loads pictures before they are asked for. */
function usePreload(urls: readonly string[]) {
  const list = urls.join("\n");
  useEffect(() => {
    for (const url of list.split("\n")) if (url) new Image().src = url;
  }, [list]);
}
