import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** What a list with nothing in it takes. */
interface EmptyListProps {
  Icon: LucideIcon;
  /** One sentence: what will be here, and how it comes here. */
  text: string;
  /** The one action, if there is one. */
  children?: ReactNode;
}

/** A list with nothing in it: one picture, one sentence, one action. */
export function EmptyList({ Icon, text, children }: EmptyListProps) {
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-5 py-16 text-center">
      <Icon aria-hidden="true" strokeWidth={1} className="size-16 text-accent" />
      <p className="max-w-[44ch] text-15 text-muted">{text}</p>
      {children}
    </div>
  );
}
