"use client";

import type { LucideIcon } from "lucide-react";
import { createContext, useContext, useMemo, useRef } from "react";
import { type Registry, useRegistered } from "../../components/registry.ts";

/** Something that the palette can do where one is. */
export interface PaletteAction {
  /** Its name among all actions; of two alike the palette lists one. */
  id: string;
  label: string;
  icon: LucideIcon;
  /** Runs once the palette has closed, so that it may open a dialog or a picker. */
  run(): void;
}

/** The palette, as the pages see it. */
export interface Palette {
  isOpen: boolean;
  setIsOpen(isOpen: boolean): void;
  actions: Registry<readonly PaletteAction[]>;
}

/** Given by `PaletteProvider`. */
export const PaletteContext = createContext<Palette | null>(null);

/** @returns the palette. @throws outside of `PaletteProvider` */
export function usePalette(): Palette {
  const palette = useContext(PaletteContext);
  if (!palette) throw new Error("usePalette needs a PaletteProvider above it.");
  return palette;
}

/** Adds actions to the palette while the component is there. They may be new at every render: their ids and labels are what counts. */
export function usePaletteActions(actions: readonly PaletteAction[]): void {
  const latest = useRef(actions);
  latest.current = actions;
  const shape = JSON.stringify(actions.map(({ id, label }) => [id, label]));
  const entry = useMemo(
    () => (shape === "[]" ? null : latest.current.map((action) => follow(action, latest))),
    [shape],
  );
  useRegistered(useContext(PaletteContext)?.actions ?? null, entry);
}

/** The action as it is when it runs, not as it was when it was added. */
function follow(action: PaletteAction, latest: { current: readonly PaletteAction[] }): PaletteAction {
  return { ...action, run: () => latest.current.find(({ id }) => id === action.id)?.run() };
}
