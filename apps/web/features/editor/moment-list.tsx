"use client";

import type { FileDetails } from "@alcoves/core/files/schema";
import { FolderDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { Button } from "../../components/button.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { useClipArchive } from "../moments/use-clip-archive.ts";
import type { EditedMoments } from "./moment-drafts.ts";
import { inOrder } from "./moment-edits.ts";
import { MomentForm } from "./moment-form.tsx";
import { MomentRow } from "./moment-row.tsx";
import type { useClips } from "./use-clips.ts";
import type { EditorActs } from "./use-editor-acts.ts";

/** What the list takes. */
interface MomentListProps {
  libraryId: string;
  file: FileDetails;
  state: EditedMoments;
  unsaved: ReadonlySet<string>;
  selectedId: string | null;
  loopedId: string | null;
  mayMake: boolean;
  mayChange(momentId: string): boolean;
  clips: ReturnType<typeof useClips>;
  acts: EditorActs;
  onDispute(): void;
  /** Null for those who may not. */
  onShare: ((momentId: string) => void) | null;
}

/** The moments of a file in the order of their times; the selected one opens. */
export function MomentList({ libraryId, file, state, unsaved, selectedId, ...rest }: MomentListProps) {
  const { loopedId, mayMake, mayChange, clips, acts, onDispute, onShare } = rest;
  const t = useTranslations("editor");
  const list = useRef<HTMLUListElement>(null);
  const downloadAll = useClipArchive(libraryId);
  const ids = useMemo(() => inOrder(state.wanted), [state.wanted]);

  // One function for good: hundreds of rows stay as they are while one moment is dragged.
  const open = useRef(acts.open);
  open.current = acts.open;
  const select = useCallback((momentId: string) => open.current(momentId), []);

  useEffect(() => {
    if (selectedId === null) return;
    const row = list.current?.querySelector(`[data-moment="${CSS.escape(selectedId)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  }, [selectedId]);

  return (
    <>
      <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
        <h2 className="font-[550] text-13 text-muted">{t("count", { count: ids.length })}</h2>
        <span className="flex items-center gap-1">
          {state.saved.size > 0 && (
            <IconButton label={t("downloadAll")} onClick={() => void downloadAll([...state.saved.keys()])}>
              <FolderDown aria-hidden="true" strokeWidth={1.75} className="size-[18px]" />
            </IconButton>
          )}
          {mayMake && (
            <Button variant="quiet" onClick={acts.add}>
              <Plus aria-hidden="true" className="size-4" />
              {t("new")}
            </Button>
          )}
        </span>
      </div>
      {state.disputed.size > 0 && (
        <button
          type="button"
          onClick={onDispute}
          className="mx-3 mb-2 rounded-control border border-failed/50 px-3 py-2 text-left text-13 text-failed"
        >
          {t("conflictHint", { count: state.disputed.size })}
        </button>
      )}
      {ids.length === 0 && (
        <p className="px-4 py-6 text-center text-muted">{mayMake ? t("empty") : t("emptyForViewers")}</p>
      )}
      <ul ref={list} className="min-h-0 flex-1 overflow-y-auto max-md:overflow-visible">
        {ids.map((momentId) => {
          const draft = state.wanted.get(momentId);
          if (!draft) return null;
          const moment = state.saved.get(momentId);
          const isSelected = momentId === selectedId;
          const isUnsaved = unsaved.has(momentId);
          return (
            <MomentRow
              key={momentId}
              {...{ momentId, draft, isSelected, isUnsaved }}
              sprites={file.sprites}
              job={moment?.export}
              onSelect={select}
            >
              {isSelected && (
                <MomentForm
                  {...{ libraryId, draft, moment, isUnsaved }}
                  durationMs={file.durationMs ?? 0}
                  mayChange={mayChange(momentId)}
                  isLooping={loopedId === momentId}
                  onChange={(next, subject) => acts.change(momentId, next, subject)}
                  onRemove={acts.remove}
                  onLoop={acts.loop}
                  onExport={() => void clips.export(momentId)}
                  onStopExport={() => void clips.stop(momentId)}
                  onShare={onShare && (() => onShare(momentId))}
                  onDownload={() => void clips.download(momentId)}
                />
              )}
            </MomentRow>
          );
        })}
      </ul>
    </>
  );
}
