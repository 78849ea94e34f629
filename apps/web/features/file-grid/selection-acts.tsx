"use client";

import type { LucideIcon } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";
import type { GridSelection } from "../../components/justified-grid/grid-selection.ts";
import type { ShortcutId } from "../shortcuts/shortcuts.ts";

/** Something that can be done with what is selected. */
export interface SelectionAct {
  /** Another than those beside it have. */
  id: string;
  label: string;
  /** What does it by the keyboard; null for what has none. */
  shortcut: ShortcutId | null;
  Icon: LucideIcon;
  isDangerous?: boolean;
  run(): void;
}

/** Acts of one kind, behind one button; each of them may have its key. */
export interface SelectionActGroup {
  id: string;
  label: string;
  Icon: LucideIcon;
  acts: readonly SelectionAct[];
}

/** One or several, as bars and menus list them. */
export type SelectionActs = readonly (SelectionAct | SelectionActGroup)[];

/** @returns whether it is several acts */
export const isGroup = (act: SelectionAct | SelectionActGroup): act is SelectionActGroup => "acts" in act;

const SelectionContext = createContext<GridSelection | undefined>(undefined);
const ActsContext = createContext<SelectionActs>([]);

/** What the acts of a page take. */
interface SelectionOfProps {
  selection: GridSelection;
  acts: SelectionActs;
  /** What an act has opened. */
  dialog: ReactNode;
  children: ReactNode;
}

/** Gives a page its selection, and what can be done with it: bar, menu and keys all do the same. */
export function SelectionOf({ selection, acts, dialog, children }: SelectionOfProps) {
  return (
    <SelectionContext value={selection}>
      <ActsContext value={acts}>
        {children}
        {dialog}
      </ActsContext>
    </SelectionContext>
  );
}

/** The page's selection, which stays the same object; undefined where nothing can be selected. */
export const usePageSelection = (): GridSelection | undefined => useContext(SelectionContext);

/** What can be done now: another list whenever something else is selected. */
export const useSelectionActs = (): SelectionActs => useContext(ActsContext);
