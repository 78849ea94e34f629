"use client";

import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";

/** Shows a word beside a control that has none, on hover and on focus. */
export function Hint({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side="right"
          sideOffset={8}
          className="z-50 animate-fade rounded-control border border-line bg-raised px-2.5 py-1.5 text-13 shadow-float"
        >
          {label}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
