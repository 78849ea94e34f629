"use client";

import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";
import { TextField } from "./text-field.tsx";

/** What a dialog to pick from takes. */
export interface PickDialogProps {
  title: string;
  onClose(): void;
  /** Says what the field finds. */
  label: string;
  /** Longest name that can be typed. */
  maxLength: number;
  text: string;
  onText(text: string): void;
  /** Enter was pressed in the field, with something in it. */
  onEnter(): void;
  /** Says what Enter does. */
  hint?: string | undefined;
  /** What the list is called. */
  listLabel: string;
  /** The list's items. */
  children: ReactNode;
  /** The buttons below, of which one submits. */
  actions?: ReactNode;
  onSubmit?(): void;
}

/** Picks from a list by a field that narrows it, and that names what is not there yet. */
export function PickDialog({ title, onClose, label, maxLength, text, onText, ...rest }: PickDialogProps) {
  const { onEnter, hint, listLabel, children, actions, onSubmit } = rest;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={title}>
      {/* Keys are this form's alone: the page below has shortcuts of its own. */}
      <form
        noValidate
        onKeyDown={(event) => event.stopPropagation()}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
        className="grid gap-4"
      >
        <TextField
          label={label}
          autoComplete="off"
          maxLength={maxLength}
          value={text}
          hint={hint}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || text.trim() === "") return;
            event.preventDefault();
            onEnter();
          }}
        />
        <ul aria-label={listLabel} className="grid max-h-[40dvh] grid-cols-[minmax(0,1fr)] overflow-y-auto">
          {children}
        </ul>
        {actions}
      </form>
    </Dialog>
  );
}
