"use client";

import { createContext, useContext, useMemo, useRef } from "react";
import { type Registry, useRegistered } from "../../components/registry.ts";
import type { ShortcutId } from "./shortcuts.ts";

/** A shortcut that does something now. */
export interface ActiveShortcut {
  id: ShortcutId;
  /** Null for what hears its keys itself while it has the focus: the list of shortcuts names it. */
  run: (() => void) | null;
}

/** Given by `ShortcutsProvider`. */
export const ShortcutsContext = createContext<Registry<ActiveShortcut> | null>(null);

/**
 * Gives a shortcut something to do while the component is there; the last that came goes first.
 * @param run null while there is nothing to do, so that the list of shortcuts leaves it out
 */
export function useShortcut(id: ShortcutId, run: (() => void) | null): void {
  const latest = useRef(run);
  latest.current = run;
  const isActive = run !== null;
  const entry = useMemo(() => (isActive ? { id, run: () => latest.current?.() } : null), [id, isActive]);
  useRegistered(useContext(ShortcutsContext), entry);
}

/** Has the list of shortcuts name what the component hears itself. @param isHeard false leaves it out */
export function useOwnShortcut(id: ShortcutId, isHeard: boolean): void {
  const entry = useMemo(() => (isHeard ? { id, run: null } : null), [id, isHeard]);
  useRegistered(useContext(ShortcutsContext), entry);
}
