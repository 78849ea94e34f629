"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

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
  const app = useTranslations("app");
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
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {app("cancel")}
          </Button>
          <Button type="submit" variant="danger" disabled={isPending || !isReady}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
