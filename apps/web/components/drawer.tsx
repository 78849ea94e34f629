"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** What a drawer takes. */
interface DrawerProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  label: string;
  children: ReactNode;
}

/** A panel that slides in from the left over the page, for narrow screens. */
export function Drawer({ open, onOpenChange, label, children }: DrawerProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-black/50" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-40 flex w-[min(280px,86vw)] animate-slide flex-col border-line border-r bg-panel shadow-float focus:outline-none"
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
