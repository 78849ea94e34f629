"use client";

import type { Moment } from "@alcoves/core/moments/schema";
import { Clapperboard, Download, Repeat, Share2, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "../../components/button.tsx";
import { inputLook, TextField } from "../../components/text-field.tsx";
import { formatTime } from "./format-time.ts";
import type { MomentDraft } from "./moment-drafts.ts";
import { moveEdge } from "./moment-edits.ts";
import { MomentTags } from "./moment-tags.tsx";
import { TimeField } from "./time-field.tsx";

/** What the form takes. Mount one for each moment. */
interface MomentFormProps {
  libraryId: string;
  draft: MomentDraft;
  durationMs: number;
  /** As it is on the server; undefined for one that is not there yet. */
  moment: Moment | undefined;
  mayChange: boolean;
  isUnsaved: boolean;
  isLooping: boolean;
  /** @param subject edits in a row about the same are one to undo */
  onChange(draft: MomentDraft, subject: string | null): void;
  onRemove(): void;
  onLoop(): void;
  onExport(): void;
  onStopExport(): void;
  onDownload(): void;
  /** Null for those who may not. */
  onShare: (() => void) | null;
}

/** Everything of one moment that people give it, and what is done with it. */
export function MomentForm({ libraryId, draft, durationMs, moment, mayChange, ...rest }: MomentFormProps) {
  const { isUnsaved, isLooping, onChange } = rest;
  const t = useTranslations("editor");
  const shares = useTranslations("shares");
  const descriptionId = useId();
  const [name, setName] = useState<string | null>(null);
  const commitName = () => {
    const typed = name?.trim();
    if (typed && typed !== draft.name) onChange({ ...draft, name: typed }, null);
    setName(null);
  };
  const move = (part: "start" | "end") => (ms: number) =>
    onChange({ ...draft, ...moveEdge(draft, part, { ms, durationMs }) }, null);
  const isExporting = moment?.export.status === "queued" || moment?.export.status === "processing";
  return (
    <div className="grid gap-3 px-4 pt-1 pb-4">
      <TextField
        label={t("name")}
        value={name ?? draft.name}
        maxLength={200}
        disabled={!mayChange}
        autoComplete="off"
        data-moment-name=""
        onChange={(event) => setName(event.target.value)}
        onBlur={commitName}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
      <div className="grid grid-cols-2 gap-3">
        <TimeField
          label={t("start")}
          ms={draft.startMs}
          isDisabled={!mayChange}
          error={t("noTime")}
          onChange={move("start")}
        />
        <TimeField
          label={t("end")}
          ms={draft.endMs}
          isDisabled={!mayChange}
          error={t("noTime")}
          onChange={move("end")}
        />
      </div>
      <div className="grid gap-1.5">
        <label htmlFor={descriptionId} className="font-[550] text-13">
          {t("description")}
        </label>
        <textarea
          id={descriptionId}
          rows={2}
          maxLength={10_000}
          value={draft.description}
          disabled={!mayChange}
          onChange={(event) => onChange({ ...draft, description: event.target.value }, "description")}
          className={`${inputLook} resize-y py-2 text-14`}
        />
      </div>
      <MomentTags
        {...{ libraryId, mayChange }}
        tags={draft.tags}
        onChange={(tags) => onChange({ ...draft, tags }, null)}
      />
      <p className="text-13 text-muted tabular-nums">
        {t("length", { length: formatTime(draft.endMs - draft.startMs) })}
        {moment?.createdBy && ` · ${t("madeBy", { name: moment.createdBy })}`}
      </p>
      {moment?.export.status === "failed" && <p className="text-13 text-failed">{moment.export.error}</p>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={rest.onLoop} aria-pressed={isLooping}>
          {isLooping ? (
            <X aria-hidden="true" className="size-4" />
          ) : (
            <Repeat aria-hidden="true" className="size-4" />
          )}
          {isLooping ? t("stopLoop") : t("loop")}
        </Button>
        {isExporting ? (
          <Button onClick={rest.onStopExport}>
            <X aria-hidden="true" className="size-4" />
            {t("stopExport")}
          </Button>
        ) : (
          moment?.export.status !== "ready" && (
            <Button onClick={rest.onExport} disabled={!moment || isUnsaved}>
              <Clapperboard aria-hidden="true" className="size-4" />
              {t("export")}
            </Button>
          )
        )}
        <Button
          onClick={rest.onDownload}
          disabled={!moment || isUnsaved}
          title={isUnsaved ? t("saveFirst") : undefined}
        >
          <Download aria-hidden="true" className="size-4" />
          {t("download")}
        </Button>
        {rest.onShare && (
          <Button onClick={rest.onShare} disabled={!moment || isUnsaved}>
            <Share2 aria-hidden="true" className="size-4" />
            {shares("share")}
          </Button>
        )}
        {mayChange && (
          <Button variant="quiet" onClick={rest.onRemove} className="text-failed">
            <Trash2 aria-hidden="true" className="size-4" />
            {t("remove")}
          </Button>
        )}
      </div>
    </div>
  );
}
