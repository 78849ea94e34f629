"use client";

import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";

/** Heights that rows come near to, px. */
export const densities = [
  { name: "small", rowHeightPx: 140 },
  { name: "medium", rowHeightPx: 215 },
  { name: "large", rowHeightPx: 300 },
] as const;

/** How large tiles are. */
export type Density = (typeof densities)[number];

const chosen = createStore<{ name: Density["name"] }>()(
  persist(() => ({ name: "medium" as Density["name"] }), { name: "alcoves.density", skipHydration: true }),
);

/** How large tiles are on all pages, as this browser remembers it, and how to change it. */
export function useDensity(): [Density, (name: Density["name"]) => void] {
  const name = useStore(chosen, (state) => state.name);
  const density = densities.find((one) => one.name === name) ?? densities[1];
  return [density, (next) => chosen.setState({ name: next })];
}

/** Takes up what the browser remembers: once, after the first drawing, which the server's must equal. */
export const recallDensity = (): void => void chosen.persist.rehydrate();
