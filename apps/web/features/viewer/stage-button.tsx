import clsx from "clsx";
import type { ButtonHTMLAttributes } from "react";

/** What a button over a picture takes besides the attributes of a button. */
interface StageButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string;
}

/** A round button on a dark stage: an icon with a name. */
export function StageButton({ label, className, children, ...button }: StageButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...button}
      className={clsx(
        "grid size-10 shrink-0 place-items-center rounded-full text-white transition-colors duration-[120ms] hover:bg-white/15 focus-visible:outline-2 focus-visible:outline-accent focus-visible:-outline-offset-2 disabled:opacity-40 disabled:hover:bg-transparent aria-pressed:bg-white/15",
        className,
      )}
    >
      {children}
    </button>
  );
}
