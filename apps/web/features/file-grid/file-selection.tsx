"use client";

import type { ReactNode } from "react";
import { SelectionOf } from "./selection-acts.tsx";
import { type SelectedFiles, useFileActs } from "./use-file-acts.tsx";

/** A page on which files can be selected, with what can be done with them. */
export function FileSelection({ children, ...selected }: SelectedFiles & { children: ReactNode }) {
  const { selection } = selected;
  return <SelectionOf {...{ selection, children }} {...useFileActs(selected)} />;
}
