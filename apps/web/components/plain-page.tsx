import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";

/** What a plain page takes. */
interface PlainPageProps {
  title: string;
  /** What happened and what one can do. */
  text: string;
  /** The ways on. */
  children?: ReactNode;
}

/** One picture, one sentence, one action: for what is not there and what went wrong. */
export function PlainPage({ title, text, children }: PlainPageProps) {
  return (
    <div className="grid min-h-[60dvh] flex-1 place-content-center justify-items-center gap-5 p-6 text-center">
      <Mark className="size-14 opacity-80" />
      <div className="grid max-w-md gap-2">
        <h1 className="font-semibold text-24">{title}</h1>
        <p className="text-balance text-15 text-muted">{text}</p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">{children}</div>
    </div>
  );
}
