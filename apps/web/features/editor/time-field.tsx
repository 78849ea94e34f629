"use client";

import { useState } from "react";
import { TextField } from "../../components/text-field.tsx";
import { formatTime, parseTime } from "./format-time.ts";

/** What the field takes. */
interface TimeFieldProps {
  label: string;
  ms: number;
  isDisabled: boolean;
  /** What is said of a text that is no time. */
  error: string;
  onChange(ms: number): void;
}

/** An exact time, typed: taken over with Enter and when the field is left. */
export function TimeField({ label, ms, isDisabled, error, onChange }: TimeFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const typed = text === null ? ms : parseTime(text);
  const commit = () => {
    if (typed === null) return;
    setText(null);
    if (typed !== ms) onChange(typed);
  };
  return (
    <TextField
      label={label}
      value={text ?? formatTime(ms)}
      disabled={isDisabled}
      inputMode="decimal"
      autoComplete="off"
      error={typed === null ? error : undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setText(null);
      }}
      className="tabular-nums"
    />
  );
}
