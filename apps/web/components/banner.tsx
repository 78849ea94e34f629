import clsx from "clsx";
import type { ReactNode } from "react";

/** What a banner takes. */
interface BannerProps {
  icon: ReactNode;
  /** Calm for what will pass by itself; alarm for what keeps one from working. */
  tone?: "calm" | "alarm";
  /** A button at its end. */
  action?: ReactNode;
  children: ReactNode;
}

/** One sentence across the page about the state of things; read out when it appears. */
export function Banner({ icon, tone = "calm", action, children }: BannerProps) {
  return (
    <div
      role="status"
      className={clsx(
        "flex min-h-11 items-center gap-3 border-b px-5 py-1.5 text-13 max-md:px-3",
        tone === "calm"
          ? "border-line bg-selection"
          : "border-failed-fill/40 bg-[color-mix(in_srgb,#d0503f_14%,var(--background))]",
      )}
    >
      <span className={tone === "calm" ? "text-accent-text" : "text-failed"}>{icon}</span>
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  );
}
