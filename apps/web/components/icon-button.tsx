import clsx from "clsx";
import type { ComponentProps } from "react";

const variants = {
  plain:
    "size-9 rounded-control text-muted hover:bg-[color-mix(in_srgb,var(--text)_7%,transparent)] hover:text-text disabled:pointer-events-none disabled:opacity-50",
  small: "size-7 rounded-[6px] text-muted hover:bg-panel hover:text-text",
  /** Over a picture, which is dark in both themes. */
  stage:
    "size-10 rounded-full text-white hover:bg-white/15 focus-visible:-outline-offset-2 disabled:opacity-40 disabled:hover:bg-transparent aria-pressed:bg-white/15",
} as const;

/** What an icon button takes besides the attributes of a button. */
export interface IconButtonProps extends ComponentProps<"button"> {
  /** Its name, for those who do not see the icon and as a hint for those who do. */
  label: string;
  variant?: keyof typeof variants;
}

/** A button with an icon alone. */
export function IconButton({ label, variant = "plain", className, ...button }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...button}
      className={clsx(
        "grid shrink-0 place-items-center transition-colors duration-[120ms]",
        "focus-visible:outline-2 focus-visible:outline-accent",
        variants[variant],
        className,
      )}
    />
  );
}
