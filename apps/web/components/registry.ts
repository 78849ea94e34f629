"use client";

import { useEffect, useSyncExternalStore } from "react";

/** What components that are on the page have to offer, the last that came at the end. */
export interface Registry<Entry> {
  /** @returns takes it away again */
  add(entry: Entry): () => void;
  list(): readonly Entry[];
  /** @returns ends it */
  subscribe(listener: () => void): () => void;
}

/** Makes a registry, empty. */
export function createRegistry<Entry>(): Registry<Entry> {
  let entries: readonly Entry[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly Entry[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  return {
    add(entry) {
      change([...entries, entry]);
      return () => change(entries.filter((each) => each !== entry));
    },
    list: () => entries,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @returns what is registered now */
export function useRegistry<Entry>({ subscribe, list }: Registry<Entry>): readonly Entry[] {
  return useSyncExternalStore(subscribe, list, list);
}

/** Keeps an entry registered while the component is there; null takes none in. An entry is known by its identity. */
export function useRegistered<Entry>(registry: Registry<Entry> | null, entry: Entry | null): void {
  useEffect(() => {
    if (registry && entry !== null) return registry.add(entry);
  }, [registry, entry]);
}
