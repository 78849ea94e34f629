"use client";

import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";

/** The ways in which a folder is laid out. */
export const layouts = ["grid", "table"] as const;

/** As pictures, or as rows with what is known of each. */
export type Layout = (typeof layouts)[number];

const chosen = createStore<{ layout: Layout }>()(
  persist(() => ({ layout: "grid" as Layout }), { name: "alcoves.layout", skipHydration: true }),
);

/** How folders are laid out, as this browser remembers it, and how to change it. */
export function useLayout(): [Layout, (layout: Layout) => void] {
  const layout = useStore(chosen, (state) => state.layout);
  return [layouts.find((each) => each === layout) ?? "grid", (next) => chosen.setState({ layout: next })];
}

/** Takes up what the browser remembers: once, after the first drawing, which the server's must equal. */
export const recallLayout = (): void => void chosen.persist.rehydrate();
