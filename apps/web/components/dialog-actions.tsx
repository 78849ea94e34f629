"use client";

import { useTranslations } from "next-intl";
import { Button } from "./button.tsx";

/** What the end of a dialog's form takes. */
interface DialogActionsProps {
  /** The words of the button that does it. */
  action: string;
  /** Of that button, for what is named by it. */
  actionId?: string;
  onCancel(): void;
  /** While it may not be pressed: it is being done, or something is missing. */
  isDisabled: boolean;
  isDangerous?: boolean;
}

/** The end of every dialog's form: not to do it, or to do it. */
export function DialogActions({ action, actionId, onCancel, isDisabled, isDangerous }: DialogActionsProps) {
  const app = useTranslations("app");
  return (
    <div className="mt-1 flex justify-end gap-2">
      <Button variant="quiet" onClick={onCancel}>
        {app("cancel")}
      </Button>
      <Button id={actionId} type="submit" variant={isDangerous ? "danger" : "primary"} disabled={isDisabled}>
        {action}
      </Button>
    </div>
  );
}
