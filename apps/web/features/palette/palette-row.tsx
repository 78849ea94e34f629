"use client";

import { Command } from "cmdk";
import type { ReactNode } from "react";

/** What a row takes. */
interface PaletteRowProps {
  /** Its own among all rows. */
  value: string;
  /** An icon or a picture, 32 px square. */
  picture: ReactNode;
  label: string;
  /** Where it is, or what it is. */
  note?: string | null | undefined;
  onSelect(): void;
}

/** One row of the palette. */
export function PaletteRow({ value, picture, label, note, onSelect }: PaletteRowProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="group flex min-h-11 cursor-pointer select-none items-center gap-3 rounded-control px-2 py-1 data-[selected=true]:bg-selection"
    >
      <span aria-hidden="true" className="grid size-8 shrink-0 place-items-center text-muted">
        {picture}
      </span>
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {note && (
        <span className="max-w-[45%] shrink-0 truncate text-13 text-muted group-data-[selected=true]:text-text">
          {note}
        </span>
      )}
    </Command.Item>
  );
}

/** Rows of one kind under their heading; nothing without rows. */
export function PaletteGroup({ heading, children }: { heading: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2.5 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-12 **:[[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}
