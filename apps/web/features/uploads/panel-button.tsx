import type { ButtonHTMLAttributes } from "react";

/** What a button of the panel takes besides the attributes of a button. */
interface PanelButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
}

/** A small icon with a name, in the panel. */
export function PanelButton({ label, children, ...button }: PanelButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...button}
      className="grid size-7 shrink-0 place-items-center rounded-[6px] text-muted hover:bg-panel hover:text-text focus-visible:outline-2 focus-visible:outline-accent"
    >
      {children}
    </button>
  );
}
