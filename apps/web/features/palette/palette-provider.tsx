"use client";

import { type ReactNode, useMemo, useState } from "react";
import { createRegistry } from "../../components/registry.ts";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { type PaletteAction, PaletteContext } from "./use-palette.ts";

/** Holds whether the palette is open, and what the page adds to it; its keys open it. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  const [actions] = useState(createRegistry<readonly PaletteAction[]>);
  useShortcut("palette", () => setIsOpen(true));
  const palette = useMemo(() => ({ isOpen, setIsOpen, actions }), [isOpen, actions]);
  return <PaletteContext value={palette}>{children}</PaletteContext>;
}
