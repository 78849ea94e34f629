"use client";

import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";
import { DialogActions } from "./dialog-actions.tsx";

/** What a question before an act takes. */
export interface ConfirmDialogProps {
  open: boolean;
  onClose(): void;
  title: string;
  /** What happens then. */
  text: string;
  /** The words of the button that does it. */
  action: string;
  onConfirm(): void;
  isPending: boolean;
  /** False until what has to be typed first is right. */
  isReady?: boolean;
  children?: ReactNode;
}

/** Asks before something that cannot be taken back, naming what goes. */
export function ConfirmDialog({ open, onClose, title, text, ...rest }: ConfirmDialogProps) {
  const { action, onConfirm, isPending, isReady = true, children } = rest;
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()} title={title} description={text}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isPending) onConfirm();
        }}
        className="grid gap-5"
      >
        {children}
        <DialogActions action={action} onCancel={onClose} isDisabled={isPending || !isReady} isDangerous />
      </form>
    </Dialog>
  );
}
