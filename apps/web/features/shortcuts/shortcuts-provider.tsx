"use client";

import { type ReactNode, useEffect, useState } from "react";
import { createRegistry } from "../../components/registry.ts";
import { isApple } from "./apple.ts";
import { isSingleKey, matchesChord } from "./chord.ts";
import { isTaken } from "./is-taken.ts";
import { shortcuts } from "./shortcuts.ts";
import { type ActiveShortcut, ShortcutsContext } from "./use-shortcut.ts";

/** What the provider takes. */
interface ShortcutsProviderProps {
  /** Whether single keys do something by themselves, as the account wants it. */
  isKeyboardOn: boolean;
  children: ReactNode;
}

/** Hears the keys of every page below it and runs what is there for them. */
export function ShortcutsProvider({ isKeyboardOn, children }: ShortcutsProviderProps) {
  const [registry] = useState(createRegistry<ActiveShortcut>);
  useEffect(() => {
    const onApple = isApple();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const active = registry
        .list()
        .findLast(
          ({ id, run }) =>
            run !== null &&
            shortcuts[id].keys.some(
              (chord) => (isKeyboardOn || !isSingleKey(chord)) && matchesChord(event, chord, onApple),
            ),
        );
      if (!active?.run || isTaken(event.key, event.target)) return;
      event.preventDefault();
      active.run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [registry, isKeyboardOn]);
  return <ShortcutsContext value={registry}>{children}</ShortcutsContext>;
}
