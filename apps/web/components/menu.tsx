"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

/** What a menu takes. */
interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
}

/** A menu that opens from a button: arrows, first letters, Escape. */
export function Menu({ trigger, align = "end", className, children }: MenuProps) {
  return (
    // Not modal: a menu needs no lock on the page, and hiding everything else would leave no landmark (axe).
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={clsx(
            "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-56 animate-rise overflow-y-auto rounded-float border border-line bg-raised p-1.5 shadow-float focus:outline-none",
            className,
          )}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const row = clsx(
  "flex min-h-9 w-full select-none items-center gap-3 rounded-control px-2.5 py-1.5 text-left outline-none",
  "data-[highlighted]:bg-[color-mix(in_srgb,var(--text)_8%,transparent)]",
);

/** One action of a menu, or a link with `asChild`. */
export function MenuItem({ className, ...item }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item {...item} className={clsx(row, className)} />;
}

/** One of several values of which one holds. */
export function MenuChoice({ className, children, ...item }: ComponentProps<typeof DropdownMenu.RadioItem>) {
  return (
    <DropdownMenu.RadioItem {...item} className={clsx(row, className)}>
      {children}
      <DropdownMenu.ItemIndicator className="ml-auto">
        <Check aria-hidden="true" className="size-4 text-accent-text" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}

/** Values of which one holds. */
export const MenuChoices = DropdownMenu.RadioGroup;

/** What the items under it have in common. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 pt-2 pb-1 text-12 text-muted">{children}</DropdownMenu.Label>;
}

/** A hairline between groups. */
export function MenuLine() {
  return <DropdownMenu.Separator className="mx-1 my-1.5 h-px bg-line" />;
}
