import clsx from "clsx";
import type { ComponentProps } from "react";

/** What an icon button takes besides the attributes of a button. */
export interface IconButtonProps extends ComponentProps<"button"> {
  /** Its name, for those who do not see the icon and as a hint for those who do. */
  label: string;
}

/** A square button with an icon alone. */
export function IconButton({ label, className, ...button }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...button}
      className={clsx(
        "grid size-9 shrink-0 place-items-center rounded-control text-muted transition-colors duration-[120ms]",
        "hover:bg-[color-mix(in_srgb,var(--text)_7%,transparent)] hover:text-text disabled:pointer-events-none disabled:opacity-50",
        className,
      )}
    />
  );
}
