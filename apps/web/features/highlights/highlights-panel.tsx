"use client";

import { isAllowed } from "@alcoves/core/access/schema";
import type { LibrarySummary } from "@alcoves/core/libraries/schema";
import { type Cue, type CueIndex, type Match, statsOf } from "@alcoves/cues";
import { Ellipsis, ListPlus, Pencil, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { IconButton } from "../../components/icon-button.tsx";
import { Menu, MenuItem } from "../../components/menu.tsx";
import { formatTime } from "../editor/format-time.ts";
import { TagDot } from "../tags/tag-dot.tsx";
import { HighlightChips } from "./highlight-chips.tsx";
import { HighlightDialog } from "./highlight-dialog.tsx";
import { MatchList } from "./match-list.tsx";
import { offeredPresets } from "./offered-presets.ts";
import { useHighlightActs } from "./use-highlight-acts.ts";
import type { Highlights } from "./use-highlights.ts";

/** What the panel takes. */
interface HighlightsPanelProps {
  library: LibrarySummary;
  state: Highlights;
  cues: readonly Cue[];
  index: CueIndex;
  onSeek(ms: number): void;
  /** Null for those who may make no moments. */
  onMake: ((matches: readonly Match[], name: string) => void) | null;
}

/** The highlights of a library, and what the open one finds in this recording. */
export function HighlightsPanel({ library, state, cues, index, onSeek, onMake }: HighlightsPanelProps) {
  const t = useTranslations("highlights");
  const { libraryId } = library;
  const { highlights, open, matches, matchesOf, setOpenId } = state;
  const mayMake = isAllowed(library, "make highlights");
  const [asking, setAsking] = useState<"new" | "edit" | "remove" | null>(null);
  const acts = useHighlightActs(libraryId, setOpenId);
  const offered = useMemo(() => offeredPresets(highlights ?? []), [highlights]);
  const stats = useMemo(() => statsOf(matches), [matches]);
  const iconLook = { "aria-hidden": true, strokeWidth: 1.75, className: "size-[18px]" } as const;
  if (!highlights) return null;
  return (
    <>
      <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
        <h2 className="font-[550] text-13 text-muted">{t("title")}</h2>
        {mayMake && (
          <Button variant="quiet" onClick={() => setAsking("new")}>
            <Plus aria-hidden="true" className="size-4" />
            {t("new")}
          </Button>
        )}
      </div>
      <div className="shrink-0 px-4 pb-3">
        <HighlightChips
          {...{ highlights, onOpen: setOpenId }}
          openId={open?.highlightId ?? null}
          countOf={(highlightId) => matchesOf(highlightId).length}
        />
        {highlights.length === 0 && (
          <p className="pb-3 text-muted">{t(mayMake ? "empty" : "emptyForViewers")}</p>
        )}
        {mayMake && highlights.length === 0 && (
          <div className="flex flex-wrap gap-1.5">
            {offered.map((preset) => (
              <button
                key={preset.key}
                type="button"
                onClick={() => acts.keep(preset)}
                className="flex items-center gap-2 rounded-full border border-line border-dashed px-2.5 py-1 text-13 hover:bg-panel focus-visible:outline-2 focus-visible:outline-accent"
              >
                <TagDot color={preset.color} />
                {t(`preset.${preset.key}`)}
              </button>
            ))}
          </div>
        )}
      </div>
      {cues.length === 0 && <p className="px-4 py-6 text-center text-muted">{t("noCues")}</p>}
      {open && cues.length > 0 && (
        <>
          <div className="flex shrink-0 items-center gap-1 border-line border-y py-1.5 pr-2 pl-4">
            <p className="min-w-0 flex-1 text-13 text-muted tabular-nums">
              {stats.count === 0
                ? t("matches", { count: 0 })
                : t("stats", {
                    count: stats.count,
                    total: formatTime(stats.totalMs),
                    longest: formatTime(stats.longestMs),
                    mean: Math.round(stats.meanScore ?? 0),
                  })}
            </p>
            {onMake && stats.count > 0 && (
              <IconButton label={t("makeAll")} onClick={() => onMake(matches, open.name)}>
                <ListPlus {...iconLook} />
              </IconButton>
            )}
            {mayMake && (
              <Menu
                trigger={
                  <IconButton label={t("more")}>
                    <Ellipsis {...iconLook} />
                  </IconButton>
                }
              >
                {open.mayChange && (
                  <>
                    <MenuItem onSelect={() => setAsking("edit")}>
                      <Pencil {...iconLook} />
                      {t("edit")}
                    </MenuItem>
                    <MenuItem onSelect={() => setAsking("remove")}>
                      <Trash2 {...iconLook} />
                      {t("remove")}
                    </MenuItem>
                  </>
                )}
                {offered.map((preset) => (
                  <MenuItem key={preset.key} onSelect={() => acts.keep(preset)}>
                    <TagDot color={preset.color} />
                    {t("keep", { name: t(`preset.${preset.key}`) })}
                  </MenuItem>
                ))}
              </Menu>
            )}
          </div>
          <MatchList
            {...{ matches, cues, onSeek }}
            label={t("list", { name: open.name })}
            onMake={onMake && ((match) => onMake([match], open.name))}
          />
        </>
      )}
      {(asking === "new" || (asking === "edit" && open)) && (
        <HighlightDialog
          {...{ libraryId, index }}
          highlight={asking === "edit" ? open : null}
          onClose={(highlightId) => {
            setAsking(null);
            if (highlightId) setOpenId(highlightId);
          }}
        />
      )}
      <ConfirmDialog
        open={asking === "remove" && open !== null}
        onClose={() => setAsking(null)}
        title={t("removeTitle", { name: open?.name ?? "" })}
        text={t("removeText")}
        action={t("remove")}
        isPending={acts.isRemoving}
        onConfirm={() => open && acts.remove(open.highlightId, () => setAsking(null))}
      />
    </>
  );
}
