import type { ReactNode } from "react";

/** What the choice takes. */
interface StageSelectProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** The options. */
  children: ReactNode;
}

/** A quiet choice on a dark stage. */
export function StageSelect({ label, value, onChange, children }: StageSelectProps) {
  return (
    <select
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-8 cursor-pointer appearance-none rounded-control bg-transparent px-2 text-13 text-white hover:bg-white/15 focus-visible:outline-2 focus-visible:outline-accent [&>option]:bg-raised"
    >
      {children}
    </select>
  );
}
