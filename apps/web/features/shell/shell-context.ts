"use client";

import type { Me } from "@alcoves/core/accounts/schema";
import { createContext, useContext } from "react";

/** What the frame gives to the bars of the pages in it. */
export interface Shell {
  me: Me;
  /** Whether files can be added where one is. */
  canUpload: boolean;
  openDrawer(): void;
}

/** Given by `AppShell`. */
export const ShellContext = createContext<Shell | null>(null);

/** @returns the frame around the page, null outside of it */
export function useShell(): Shell | null {
  return useContext(ShellContext);
}
