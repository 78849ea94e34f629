"use client";

import type { TranscriptCue } from "@alcoves/core/transcripts/schema";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { Button } from "../../components/button.tsx";
import { inputLook } from "../../components/text-field.tsx";
import { formatDuration } from "../files/format-file.ts";

/** What a line that is corrected takes. */
interface CueEditorProps {
  cue: TranscriptCue;
  /** @throws what the server refuses */
  onSave(change: { seenText: string; text: string }): Promise<void>;
  onClose(): void;
}

/** A line of the transcript while it is corrected: Enter saves it, Shift and Enter begin another line, Escape leaves it. */
export function CueEditor({ cue, onSave, onClose }: CueEditorProps) {
  const t = useTranslations("transcripts");
  const app = useTranslations("app");
  const id = useId();
  const [text, setText] = useState(cue.text);
  const [seenText, setSeenText] = useState(cue.text);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const time = formatDuration(cue.startMs);

  const save = async () => {
    if (isSaving || text.trim() === "") return;
    if (text === cue.text) return onClose();
    setSaving(true);
    try {
      // After a refusal one has read what is there now.
      await onSave({ seenText: refusal === null ? seenText : cue.text, text });
      onClose();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setSeenText(cue.text);
    } finally {
      setSaving(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method takes Enter and Escape for itself while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onClose();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    void save();
  };
  return (
    <div className="grid gap-2 border-accent border-l-2 bg-panel px-3.5 py-2">
      <label htmlFor={id} className="text-13 text-muted tabular-nums">
        {t("correct", { time })}
      </label>
      <textarea
        id={id}
        // biome-ignore lint/a11y/noAutofocus: whoever asked to correct a line is about to type.
        autoFocus
        rows={Math.min(6, text.split("\n").length + 1)}
        maxLength={2_000}
        value={text}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-refusal`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className={clsx(inputLook, "resize-none py-1.5 text-14")}
      />
      {refusal !== null && (
        <p id={`${id}-refusal`} role="alert" className="text-13 text-failed">
          {refusal}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onClose}>
          {app("cancel")}
        </Button>
        <Button variant="primary" disabled={isSaving || text.trim() === ""} onClick={() => void save()}>
          {t("save")}
        </Button>
      </div>
    </div>
  );
}
