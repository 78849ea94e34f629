import type { ReactNode } from "react";

/** What the card takes. */
interface StageCardProps {
  /** What kind of file it is, or would be. */
  icon: ReactNode;
  title: string;
  /** Why it is not shown. */
  text: string;
  /** The ways out, as buttons and links of the class `stageCardAction`. */
  children: ReactNode;
}

/** How a way out of the card looks; its colours are its own. */
export const stageCardAction =
  "inline-flex h-9 items-center gap-2 rounded-control px-3.5 text-14 font-[550] transition-colors duration-[120ms] focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-2 disabled:opacity-50";

/** Stands on the stage in place of a file that cannot be shown. */
export function StageCard({ icon, title, text, children }: StageCardProps) {
  return (
    <div className="absolute inset-0 grid place-items-center p-6">
      <div className="grid max-w-md justify-items-center gap-4 rounded-float border border-line bg-panel p-8 text-center text-text">
        <span className="text-muted">{icon}</span>
        <h2 className="max-w-full break-words font-semibold text-18">{title}</h2>
        <p className="text-14 text-muted">{text}</p>
        <div className="flex flex-wrap justify-center gap-2">{children}</div>
      </div>
    </div>
  );
}
