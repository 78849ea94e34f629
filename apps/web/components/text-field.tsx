"use client";

import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

/** What a text field takes besides the attributes of an input. */
export interface TextFieldProps extends ComponentProps<"input"> {
  label: string;
  /** What is wrong, in plain words; undefined when nothing is. */
  error?: string | undefined;
  /** What one should know before typing. */
  hint?: string | undefined;
  /** Stands at the end inside the field. */
  end?: ReactNode;
}

/** A labelled line of text with what is wrong under it. */
export function TextField({ label, error, hint, end, className, ...input }: TextFieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={clsx("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-[550] text-13">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={note ? noteId : undefined}
          {...input}
          className={clsx(inputLook, "h-11", end && "pr-12")}
        />
        {end && <div className="absolute inset-y-0 right-1 grid place-items-center">{end}</div>}
      </div>
      {note && (
        <p
          id={noteId}
          role={error ? "alert" : undefined}
          className={clsx("text-13", error ? "text-failed" : "text-muted")}
        >
          {note}
        </p>
      )}
    </div>
  );
}

/** The look of everything that takes text or a choice. */
export const inputLook = clsx(
  "w-full rounded-control border border-[color-mix(in_srgb,var(--line)_72%,var(--muted))] bg-background px-3 text-15 transition-colors duration-[120ms]",
  "hover:border-muted focus:border-accent focus:outline-none focus:ring-1 focus:ring-accent",
  "aria-invalid:border-failed aria-invalid:focus:ring-failed disabled:opacity-60",
);
