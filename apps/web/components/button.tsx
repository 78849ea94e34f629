import clsx from "clsx";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";

/** Looks of a button: the one filled per view, hairline, text alone, and what destroys. */
type ButtonVariant = "primary" | "outline" | "quiet" | "danger";

/** What a button takes besides the attributes of a button. */
export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: "medium" | "large";
  /** Gives the look to its one child, as to a link. */
  asChild?: boolean;
}

const looks: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-[color-mix(in_srgb,var(--accent)_88%,var(--text))]",
  outline: "border border-line bg-transparent hover:bg-raised",
  quiet: "hover:bg-[color-mix(in_srgb,var(--text)_7%,transparent)]",
  danger: "bg-[#c4432f] text-white hover:bg-[#ad3826]",
};

/** A button with an icon, words, or both. It does not submit a form unless its type says so. */
export function Button({ variant = "outline", size = "medium", asChild, className, ...button }: ButtonProps) {
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element
      {...(asChild ? {} : { type: "button" })}
      {...button}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-control font-[550]",
        "transition-colors duration-[120ms] disabled:pointer-events-none disabled:opacity-50",
        size === "large" ? "h-11 px-5 text-15" : "h-9 px-3.5 text-14",
        looks[variant],
        className,
      )}
    />
  );
}
